/**
 * Values of a machine's properties set from outside, through options named `SET.<property path>` as vcsim takes them.
 * A few have a home among the facets and go there; the others stand over what is derived.
 */
import { formatTime, parseTime } from '../../kernel/time.ts';
import type { OptionValue } from '../../vim25/generated/index.ts';
import type { Property, Schema } from '../../vim25/schema.ts';
import { invalidArgument } from '../../world/fault.ts';
import type { Site } from '../site.ts';
import { type Machine, type Outside, POWERED_OFF } from './machine.ts';

const PREFIX = 'SET.';

/** Top properties that values from outside can stand over. */
const OPEN: ReadonlySet<string> = new Set(['guest', 'guestHeartbeatStatus', 'config', 'runtime', 'summary']);

type Options = readonly OptionValue[] | undefined;

const isOutside = ({ key }: OptionValue) => key.startsWith(PREFIX) && key.length > PREFIX.length;

/** The options of a spec that are options, and no values for properties. */
export function plainOptions(given: Options): Options {
  return given?.some(isOutside) ? given.filter((o) => !isOutside(o)) : given;
}

/** The machine with what the spec sets from outside. Throws InvalidArgument naming an option that cannot be set. */
export function withOutside(site: Site, machine: Machine, given: Options): Machine {
  const told = given?.filter(isOutside) ?? [];
  return told.reduce((m, option) => set(site, m, option), machine);
}

function set(site: Site, m: Machine, { key, value }: OptionValue): Machine {
  const path = key.slice(PREFIX.length);
  const row = rowAt(site.schema, path);
  const cleared = value === undefined || value === '';
  const converted = cleared || !row ? undefined : convert(site.schema, row, value);
  if (!row || (!cleared && converted === undefined)) throw invalidArgument(`configSpec.extraConfig["${key}"]`);
  if (path === 'name') return cleared ? m : { ...m, name: String(converted) };
  if (path === 'overallStatus') return { ...m, status: converted as Machine['status'] };
  if (path === 'runtime.powerState') return cleared ? m : { ...m, power: powered(site, m, String(converted)) };
  const outside: Record<string, unknown> = { ...m.outside };
  if (cleared) delete outside[path];
  else outside[path] = converted;
  return { ...m, outside: Object.keys(outside).length === 0 ? undefined : Object.freeze(outside) };
}

function powered(site: Site, { power }: Machine, state: string): Machine['power'] {
  if (state === power.state) return power;
  const now = site.clock.now();
  if (state === 'poweredOn') return Object.freeze({ state, bootTime: now, bootTick: site.world.tick });
  if (state === 'suspended') return Object.freeze({ ...power, state, suspendTime: now });
  return POWERED_OFF;
}

/** The table's row of one plain value at a path; undefined for a path that leads nowhere, or to more than one value. */
function rowAt(schema: Schema, path: string): Property | undefined {
  const [top, ...steps] = path.split('.');
  if (path === 'name' || path === 'overallStatus') return schema.managed('VirtualMachine')!.properties.get(path);
  if (!OPEN.has(top!)) return undefined;
  let row = schema.managed('VirtualMachine')!.properties.get(top!);
  for (const step of steps) {
    if (row?.kind !== 'data' || row.array) return undefined;
    row = schema.data(row.type)?.byName.get(step);
  }
  return row && !row.array && (row.kind === 'builtin' || row.kind === 'enum') ? row : undefined;
}

const WHOLE: Readonly<Record<string, number>> = { byte: 7, short: 15, int: 31, long: 53 };

/** The value as the property's type; undefined when it is none of that type. */
function convert(schema: Schema, { kind, type }: Property, value: unknown): unknown {
  const text = String(value);
  if (kind === 'enum') return schema.enum(type)!.values.has(text) ? text : undefined;
  if (type === 'boolean') return /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : undefined;
  if (type === 'dateTime') return Number.isNaN(parseTime(text)) ? undefined : formatTime(parseTime(text));
  if (type === 'float' || type === 'double') return finite(text);
  const bits = WHOLE[type];
  if (bits === undefined) return text;
  const number = finite(text);
  return Number.isInteger(number) && number! < 2 ** bits && number! >= -(2 ** bits) ? number : undefined;
}

function finite(text: string): number | undefined {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** A property's value with what was set of it from outside over it. */
export function overlaid<T>(value: T, outside: Outside | undefined, property: string): T {
  if (!outside) return value;
  let over: unknown = value;
  for (const [path, said] of Object.entries(outside)) {
    if (path === property) over = said;
    else if (path.startsWith(`${property}.`)) over = put(over, path.slice(property.length + 1).split('.'), said);
  }
  return over as T;
}

function put(object: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  const inner = (object as Readonly<Record<string, unknown>> | undefined)?.[step!];
  return { ...(object as object | undefined), [step!]: rest.length === 0 ? value : put(inner, rest, value) };
}

/** A part of the summary, following what was set of the property it summarises; it takes what it has a place for. */
export function summarised<T extends object>(part: T, outside: Outside | undefined, property: string): T {
  if (!outside) return part;
  const said = Object.entries(outside).flatMap(([path, value]) => {
    const name = path.startsWith(`${property}.`) ? (ALIASES[path] ?? path.slice(property.length + 1)) : '';
    return name in part ? [[name, value]] : [];
  });
  return said.length === 0 ? part : { ...part, ...Object.fromEntries(said) };
}

/** What the summary calls by another name. */
const ALIASES: Readonly<Record<string, string>> = {
  'config.hardware.memoryMB': 'memorySizeMB',
  'config.hardware.numCPU': 'numCpu',
  'config.files.vmPathName': 'vmPathName',
};
