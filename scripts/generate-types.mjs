#!/usr/bin/env node
// Writes the TypeScript types of the API from the tables in wsdl/. With --check it writes nothing and exits with 1
// when the files on disk are not what it would write.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);
const COMMAND = 'npm run gen';

/** What the other tables build on, and where its types are. */
const BASE = { table: 'wsdl/vim25.json', from: '../generated/index.ts' };

/** The tables that get types, where these go, and what a generated file imports `Ref` from. */
const TARGETS = [
  { table: 'wsdl/vim25.json', out: 'src/vim25/generated/', ref: '../value.ts' },
  { table: 'wsdl/pbm.json', out: 'src/vim25/generated-pbm/', ref: '../value.ts', base: BASE },
  { table: 'wsdl/vslm.json', out: 'src/vim25/generated-vslm/', ref: '../value.ts', base: BASE },
];

const OPTIONAL = 1;

const SCALARS = {
  string: 'string',
  boolean: 'boolean',
  byte: 'number',
  short: 'number',
  int: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
  dateTime: 'string',
  base64Binary: 'string',
  anyURI: 'string',
  TypeName: 'string',
  PropertyPath: 'string',
  MethodName: 'string',
  anyType: 'unknown',
  void: 'void',
};

/** Members every data object of the table has and no code here wants: vCenter never sends them. */
const LEFT_OUT = { DynamicData: new Set(['dynamicType', 'dynamicProperty']) };

/** @returns {Map<string, string>} file name -> text */
function generate({ table: file, ref, base: below }) {
  const table = JSON.parse(readFileSync(new URL(file, ROOT), 'utf8'));
  const base = below
    ? JSON.parse(readFileSync(new URL(below.table, ROOT), 'utf8'))
    : { data: {}, enums: {}, managed: {} };
  const kinds = { data: table.data, enums: table.enums, managed: table.managed };
  refuseClashes(file, kinds);

  const usedData = new Set();
  const usedEnums = new Set();
  const usedBase = new Set();

  /** TypeScript for a wire type name, which may end in `[]`. */
  const type = (wire) => {
    if (wire.endsWith('[]')) return `readonly ${type(wire.slice(0, -2))}[]`;
    if (Object.hasOwn(SCALARS, wire)) return SCALARS[wire];
    if (Object.hasOwn(table.managed, wire)) return wire === 'ManagedObject' ? 'Ref' : `Ref<'${wire}'>`;
    if (Object.hasOwn(table.enums, wire)) {
      usedEnums.add(wire);
      return wire;
    }
    if (Object.hasOwn(table.data, wire)) {
      usedData.add(wire);
      return wire;
    }
    if (wire === 'ManagedObject') return 'Ref';
    if (Object.hasOwn(base.managed, wire)) return `Ref<'${wire}'>`;
    if (Object.hasOwn(base.data, wire) || Object.hasOwn(base.enums, wire)) {
      usedBase.add(wire);
      return wire;
    }
    throw new Error(`${file}: unknown type ${wire}`);
  };
  const orUndefined = (t) => (t === 'unknown' ? t : `${t} | undefined`);
  /** A member; one that is younger than what it belongs to may be absent even when the API calls it required. */
  const member = ([name, wire, flags, version], since) => {
    const optional = (flags & OPTIONAL) !== 0 || version > since;
    return optional ? `readonly ${name}?: ${orUndefined(type(wire))}` : `readonly ${name}: ${type(wire)}`;
  };
  const block = (head, lines) => (lines.length ? `${head} {\n  ${lines.join('\n  ')}\n}\n` : `${head} {}\n`);
  const map = (name, doc, rows, value = (row) => row) =>
    `/** ${doc} */\n${block(
      `export interface ${name}`,
      rows.map((row) => `readonly ${row}: ${value(row)};`),
    )}`;
  const imports = (names, from) =>
    names.size ? `import type {\n  ${[...names].sort().join(',\n  ')},\n} from '${from}';\n` : '';
  const header = `// Generated from ${file} (${table.source}) by \`${COMMAND}\`. Do not edit.\n`;

  const data = Object.entries(table.data).map(([name, [base, version, rows]]) => {
    const lines = base ? [] : ['readonly _typeName?: string | undefined;'];
    if (base && !Object.hasOwn(table.data, base)) usedBase.add(base);
    for (const row of rows) if (!LEFT_OUT[name]?.has(row[0])) lines.push(`${member(row, version)};`);
    return block(`export interface ${name}${base ? ` extends ${base}` : ''}`, lines);
  });
  const dataEnums = new Set(usedEnums);
  const dataBase = new Set(usedBase);
  usedData.clear();
  usedEnums.clear();
  usedBase.clear();

  const enums = Object.entries(table.enums).map(([name, [, values]]) => {
    const options = values.map((v) => `\n  | '${typeof v === 'string' ? v : v[0]}'`);
    return `export type ${name} =${options.join('')};\n`;
  });

  const managed = Object.entries(table.managed).map(([name, [base, version, properties, methods]]) => {
    const heir = (what) =>
      `export interface ${name}${what}${Object.hasOwn(table.managed, base) ? ` extends ${base}${what}` : ''}`;
    const calls = methods.map(([method, since, params, [result, flags, taskResult]]) => {
      const parts = params.map((row) => member(row, since));
      const answer = (flags & OPTIONAL) !== 0 ? orUndefined(type(result)) : type(result);
      return [
        `readonly ${method}: {`,
        `  readonly params: {${parts.length ? ` ${parts.join('; ')} ` : ''}};`,
        `  readonly result: ${answer};`,
        ...(taskResult === null ? [] : [`  readonly taskResult: ${type(taskResult)};`]),
        '};',
      ].join('\n  ');
    });
    return (
      block(
        heir('Properties'),
        properties.map((row) => `${member(row, version)};`),
      ) + block(heir('Methods'), calls)
    );
  });

  const dataNames = Object.keys(table.data);
  const managedNames = Object.keys(table.managed);
  const refImport = `import type { Ref } from '${ref}';\n`;
  return new Map([
    [
      'data.ts',
      [
        header + refImport + imports(dataEnums, './enums.ts') + imports(dataBase, below?.from),
        ...data,
        map('DataTypes', 'Every data type by its wire name.', dataNames),
      ].join('\n'),
    ],
    [
      'enums.ts',
      [header, ...enums, map('EnumTypes', 'Every enum by its wire name.', Object.keys(table.enums))].join('\n'),
    ],
    [
      'managed.ts',
      [
        header +
          refImport +
          imports(usedData, './data.ts') +
          imports(usedEnums, './enums.ts') +
          imports(usedBase, below?.from),
        ...managed,
        map(
          'ManagedProperties',
          'The properties of every managed type by its wire name.',
          managedNames,
          (n) => `${n}Properties`,
        ),
        map(
          'ManagedMethods',
          'The methods of every managed type by its wire name.',
          managedNames,
          (n) => `${n}Methods`,
        ),
      ].join('\n'),
    ],
    [
      'index.ts',
      `${header}\nexport type * from './data.ts';\nexport type * from './enums.ts';\nexport type * from './managed.ts';\n`,
    ],
  ]);
}

/** All generated names share one module: each must be there once, and be none of the names this script makes. */
function refuseClashes(file, { data, enums, managed }) {
  const taken = new Map(
    ['Ref', 'DataTypes', 'EnumTypes', 'ManagedProperties', 'ManagedMethods'].map((n) => [n, 'a helper']),
  );
  const take = (name, what) => {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new Error(`${file}: ${what} ${name} is not an identifier`);
    if (taken.has(name)) throw new Error(`${file}: ${name} is ${taken.get(name)} and ${what}`);
    taken.set(name, what);
  };
  for (const name of Object.keys(data)) take(name, 'a data type');
  for (const name of Object.keys(enums)) take(name, 'an enum');
  for (const name of Object.keys(managed)) {
    if (taken.has(name)) throw new Error(`${file}: ${name} is ${taken.get(name)} and a managed type`);
    take(`${name}Properties`, 'made of a managed type');
    take(`${name}Methods`, 'made of a managed type');
  }
}

function onDisk(directory) {
  try {
    return new Map(readdirSync(directory).map((name) => [name, readFileSync(new URL(name, directory), 'utf8')]));
  } catch (error) {
    if (error.code === 'ENOENT') return new Map();
    throw error;
  }
}

const unknown = process.argv.slice(2).filter((arg) => arg !== '--check');
if (unknown.length) {
  console.error(`unknown argument ${unknown[0]}\nusage: node scripts/generate-types.mjs [--check]`);
  process.exit(2);
}
const checking = process.argv.includes('--check');
const stale = [];
for (const target of TARGETS) {
  const { table, out } = target;
  const directory = new URL(out, ROOT);
  const wanted = generate(target);
  const found = onDisk(directory);
  for (const name of new Set([...wanted.keys(), ...found.keys()])) {
    if (wanted.get(name) === found.get(name)) continue;
    if (checking) {
      stale.push(
        `${out}${name} ${!found.has(name) ? 'is missing' : !wanted.has(name) ? 'should not be there' : `differs from what ${table} gives`}`,
      );
    } else if (wanted.has(name)) {
      mkdirSync(directory, { recursive: true });
      writeFileSync(new URL(name, directory), wanted.get(name));
      console.log(`wrote ${fileURLToPath(new URL(name, directory)).slice(fileURLToPath(ROOT).length)}`);
    } else {
      rmSync(new URL(name, directory));
    }
  }
}
if (stale.length) {
  console.error(`generated types are out of date:\n  ${stale.join('\n  ')}\nrun \`${COMMAND}\``);
  process.exit(1);
}
