/** `simsphere contract`: runs the contract cases against a vCenter known by its URL and credentials. */
import { readFileSync } from 'node:fs';
import { type CaseResult, type ContractTarget, runContract } from '../contract/index.ts';
import { SimError } from '../kernel/errors.ts';
import { helpOf, parseArguments, type Values } from './arguments.ts';
import type { OptionRow } from './option-table.ts';

const options: readonly OptionRow[] = [
  { flag: 'url', kind: 'string', value: 'URL', help: 'SDK endpoint, such as https://vc.example.com/sdk' },
  { flag: 'user', kind: 'string', value: 'NAME', help: 'who may create and destroy VMs, folders and files' },
  { flag: 'password', kind: 'string', value: 'WORD', help: "that user's password (default: SIMSPHERE_PASSWORD)" },
  { flag: 'ca', kind: 'string', value: 'FILE', help: 'PEM of the authority to trust' },
  { flag: 'thumbprint', kind: 'string', value: 'HEX', help: "SHA-1 or SHA-256 of the server's certificate" },
  { flag: 'insecure', kind: 'boolean', help: 'trust any certificate' },
  { flag: 'cluster', kind: 'string', value: 'NAME', help: 'cluster to work in (default: the first found)' },
  { flag: 'reader', kind: 'string', value: 'NAME', help: 'a user who may only read' },
  { flag: 'reader-password', kind: 'string', value: 'WORD', help: "the reader's password" },
  {
    flag: 'prefix',
    kind: 'string',
    value: 'NAME',
    help: 'folder and directory worked in (default simsphere-contract)',
  },
  { flag: 'only', kind: 'string', value: 'PATTERN', help: 'cases whose sentence matches this regular expression' },
  { flag: 'help', kind: 'boolean', help: 'this text' },
];

const MARKS: Readonly<Record<CaseResult['outcome'], string>> = { passed: 'ok  ', failed: 'FAIL', inapplicable: 'n/a ' };

/** Returns 0 when every case holds, 5 when the target differs. */
export async function contract(words: readonly string[]): Promise<number> {
  const { values } = parseArguments(words, options);
  if (values.help) {
    process.stdout.write(`simsphere contract --url URL --user NAME [options]\n\n${helpOf(options)}\n`);
    return 0;
  }
  const { passed, failed, inapplicable } = await runContract(targetOf(values), {
    only: patternOf(values.only),
    prefix: text(values.prefix),
    onResult: ({ name, outcome, reason }) => {
      const detail = reason === undefined ? '' : `\n${reason.replace(/^/gm, '     ')}`;
      process.stdout.write(`${MARKS[outcome]} ${name}${detail}\n`);
    },
  });
  process.stdout.write(`${passed} passed, ${failed} failed, ${inapplicable} not applicable\n`);
  return failed > 0 ? new SimError('ERR_CONTRACT', '').exitCode : 0;
}

function targetOf(values: Values): ContractTarget {
  const need = (flag: string, given = text(values[flag])): string => {
    if (given !== undefined) return given;
    throw new SimError('ERR_USAGE', `contract needs --${flag}`);
  };
  const ca = text(values.ca);
  const reader = text(values.reader);
  return {
    url: need('url'),
    username: need('user'),
    password: need('password', text(values.password) ?? process.env.SIMSPHERE_PASSWORD),
    ca: ca === undefined ? undefined : readFileSync(ca, 'utf8'),
    thumbprint: text(values.thumbprint),
    insecure: values.insecure === true ? true : undefined,
    cluster: text(values.cluster),
    readOnlyUser: reader === undefined ? undefined : { username: reader, password: need('reader-password') },
  };
}

function patternOf(given: Values[string]): RegExp | undefined {
  if (given === undefined) return undefined;
  try {
    return new RegExp(String(given), 'i');
  } catch (error) {
    throw new SimError('ERR_USAGE', `--only: ${(error as Error).message}`);
  }
}

function text(value: Values[string]): string | undefined {
  return value === undefined ? undefined : String(value);
}
