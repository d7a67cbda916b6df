/** `simsphere import`: the inventory of a real vCenter, or of any, as a scenario that makes one like it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, isVsphereError } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import { presentedFor } from '../scenario/product.ts';
import { anonymised } from './anonymise.ts';
import { helpOf, parseArguments, type Values } from './arguments.ts';
import { type ImportedObject, readInventory } from './import-read.ts';
import type { OptionRow } from './option-table.ts';

const options: readonly OptionRow[] = [
  { flag: 'url', kind: 'string', value: 'URL', help: 'SDK endpoint, such as https://vc.example.com/sdk' },
  { flag: 'user', kind: 'string', value: 'NAME', help: 'who may read the inventory' },
  { flag: 'password', kind: 'string', value: 'WORD', help: "that user's password (default: SIMSPHERE_PASSWORD)" },
  { flag: 'ca', kind: 'string', value: 'FILE', help: 'PEM of the authority to trust' },
  { flag: 'thumbprint', kind: 'string', value: 'HEX', help: "SHA-1 or SHA-256 of the server's certificate" },
  { flag: 'insecure', kind: 'boolean', help: 'trust any certificate' },
  { flag: 'anonymise', kind: 'boolean', help: 'other names, addresses and uuids, alike wherever they stand; no texts' },
  { flag: 'output', kind: 'string', value: 'FILE', help: 'scenario to write, .yaml or .json (also -o)' },
  { flag: 'help', kind: 'boolean', help: 'this text' },
];

export async function importInventory(words: readonly string[]): Promise<number> {
  const { values } = parseArguments(
    words.map((word) => (word === '-o' ? '--output' : word)),
    options,
  );
  if (values['help']) {
    process.stdout.write(`simsphere import --url URL --user NAME -o FILE [options]\n\n${helpOf(options)}\n`);
    return 0;
  }
  const need = (flag: string, given = text(values[flag])): string => {
    if (given !== undefined) return given;
    throw new SimError('ERR_USAGE', `import needs --${flag}`);
  };
  const file = need('output');
  const url = need('url');
  const ca = text(values['ca']);
  const client = await connect({
    url,
    username: need('user'),
    password: need('password', text(values['password']) ?? process.env['SIMSPHERE_PASSWORD']),
    ca: ca === undefined ? undefined : readFileSync(ca, 'utf8'),
    thumbprint: text(values['thumbprint']),
    insecure: values['insecure'] === true ? true : undefined,
    userAgent: 'simsphere-import',
  }).catch((error: unknown) => {
    if (isVsphereError(error, 'InvalidLogin')) throw new SimError('ERR_USAGE', 'the user or the password is wrong');
    throw error;
  });
  try {
    const { apiType, version } = client.about;
    const read = await readInventory(client);
    const objects = values['anonymise'] === true ? anonymised(read) : read;
    const from = values['anonymise'] === true ? 'a vCenter' : url;
    const isHost = apiType === 'HostAgent';
    writeFileSync(file, written(file, { description: `The inventory of ${from}.`, isHost, version, objects }));
    process.stdout.write(`${file}: ${objects.length} objects\n`);
  } finally {
    await client.close();
  }
  return 0;
}

interface Inventory {
  readonly description: string;
  readonly isHost: boolean;
  readonly version: string;
  readonly objects: readonly ImportedObject[];
}

/** An object is a line: JSON, which YAML reads too. */
function written(file: string, { description, isHost, version, objects }: Inventory): string {
  const apiVersion = presentedFor(version);
  const head = { description, ...(isHost && { esx: true }), ...(apiVersion !== undefined && { apiVersion }) };
  if (/\.json$/i.test(file)) return `${JSON.stringify({ ...head, world: { objects } })}\n`;
  const words = Object.entries(head).map(([word, value]) => `${word}: ${JSON.stringify(value)}\n`);
  const lines = objects.map((object) => `    - ${JSON.stringify(object)}\n`);
  return `${words.join('')}world:\n  objects:\n${lines.join('')}`;
}

function text(value: Values[string]): string | undefined {
  return value === undefined ? undefined : String(value);
}
