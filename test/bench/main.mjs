#!/usr/bin/env node
// `npm run bench`: simsphere and vcsim in the same run, the same raw requests, taking turns.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureGo } from '../compat/clients.mjs';
import { startSimsphere, startVcsim } from '../compat/target.mjs';
import * as drs from './rows/drs.mjs';
import * as ha from './rows/ha.mjs';
import * as life from './rows/life.mjs';
import * as listing from './rows/listing.mjs';
import * as memory from './rows/memory.mjs';
import * as property from './rows/property.mjs';
import * as scale from './rows/scale.mjs';
import * as start from './rows/start.mjs';
import * as watch from './rows/watch.mjs';
import { SoapSession } from './soap-session.mjs';
import { markdown } from './table.mjs';

const ROWS = [start, scale, listing, property, life, watch, memory, drs, ha];
const ALONE = [start, scale, drs, ha];

const USAGE = `usage: npm run bench -- [--quick] [--row NAME]... [--vms N] [--json FILE] [--check]
  --quick      fewer rounds and fewer VMs: a minute instead of many
  --row NAME   only this row: ${ROWS.map(({ name }) => name).join(', ')}
  --vms N      VMs in the inventory of both servers (1000, quick 200)
  --json FILE  write the numbers there as well
  --check      exit with 1 when a number to reach was missed`;

const options = readOptions();
const rows = ROWS.filter(({ name }) => options.row.length === 0 || options.row.includes(name));
const context = { quick: options.quick, machines: Number(options.vms ?? (options.quick ? 200 : 1000)), targets: [] };
const folders = [];
const lines = [];

ensureGo();
try {
  for (const row of rows) {
    if (!ALONE.includes(row) && context.targets.length === 0) context.targets = await Promise.all(openTargets());
    process.stderr.write(`bench: ${row.name}\n`);
    lines.push(...(await row.measure(context)));
  }
} finally {
  for (const { session, stop } of context.targets) {
    session.close();
    await stop();
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
console.log(markdown(lines));
if (options.json) writeFileSync(options.json, `${JSON.stringify(lines, undefined, 2)}\n`);
process.exit(options.check && lines.some(({ met }) => met === false) ? 1 : 0);

function openTargets() {
  const flag = (dashes) => [`${dashes}standalone-host`, '0', `${dashes}vm`, String(context.machines)];
  return [
    // gzip only for the requests that ask for it; the default never compresses for this machine itself.
    open('simsphere', startSimsphere, [...flag('--'), '--gzip', 'on']),
    open('vcsim', startVcsim, flag('-')),
  ];
}

async function open(name, begin, flags) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  folders.push(folder);
  const target = await begin(folder, flags);
  const session = await SoapSession.open(target);
  return {
    ...target,
    name,
    session,
    view: await session.machines(),
    victim: await session.find(`DC0/vm/DC0_C0_RP0_VM${context.machines >> 1}`),
    folder: await session.find('DC0/vm'),
    pool: await session.find('DC0/host/DC0_C0/Resources'),
  };
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        row: { type: 'string', multiple: true, default: [] },
        vms: { type: 'string' },
        json: { type: 'string' },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const unknown = values.row.find((name) => !ROWS.some((row) => row.name === name));
    if (unknown !== undefined) throw new Error(`no such row: ${unknown}`);
    if (!values.help) return values;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}
