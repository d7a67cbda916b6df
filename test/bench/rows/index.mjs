// The rows there are: every module of this folder but this one. A row exports
//   name      what `--row` calls it
//   measure   ({ quick, machines, targets }) => lines of the table
//   alone     true when it starts its own servers: then nobody has to wait for vcsim to fill its inventory
//   order     its place (50 unless said); what must find the servers fresh comes early
import { readdirSync } from 'node:fs';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.mjs') && file !== 'index.mjs');
const modules = await Promise.all(files.map((file) => import(`./${file}`)));

export const rows = modules.toSorted((a, b) => place(a) - place(b));

function place({ alone = false, order = 50 }) {
  return alone ? order - 100 : order;
}
