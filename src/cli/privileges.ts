/** `simsphere privileges`: which privileges a run needed, as the smallest role with which it would have passed. */
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { SimError } from '../kernel/errors.ts';
import type { UserPrivileges } from '../server/start.ts';
import { parseArguments, type Values } from './arguments.ts';
import type { OptionRow } from './option-table.ts';
import { asGovc, asRole, asText } from './privilege-text.ts';

const OPTIONS: readonly OptionRow[] = [
  {
    flag: 'format',
    kind: 'string',
    choices: ['text', 'json', 'role', 'govc'],
    help: 'role is a role for a scenario file, govc a command that makes it (default text)',
  },
  { flag: 'user', kind: 'string', value: 'NAME', help: 'only this user' },
  { flag: 'role', kind: 'string', value: 'ROLE', help: 'a role to compare with: its name, or privileges with commas' },
  { flag: 'name', kind: 'string', value: 'NAME', help: 'what to call the role (default after the user)' },
  { flag: 'token', kind: 'string', value: 'TOKEN', help: 'what --control-token says, for a server elsewhere' },
  { flag: 'clear', kind: 'boolean', help: 'forget what was asked so far' },
];

export async function privileges(words: readonly string[]): Promise<number> {
  const given = words[0]?.startsWith('-') === false ? words[0] : undefined;
  const { values } = parseArguments(given === undefined ? words : words.slice(1), OPTIONS);
  const url = targetOf(given, values);
  if (values['clear']) {
    await ask(url, 'DELETE', values);
    return 0;
  }
  const report = JSON.parse(await ask(url, 'GET', values)) as UserPrivileges[];
  process.stdout.write(`${written(report, values)}\n`);
  // A role that lacks something is what a script wants to know.
  return report.some((user) => (user.compared?.lacks.length ?? 0) > 0) ? 1 : 0;
}

function written(report: readonly UserPrivileges[], values: Values): string {
  const name = values['name'] as string | undefined;
  switch (values['format']) {
    case 'json':
      return JSON.stringify(report, undefined, 2);
    case 'role':
      return asRole(report, name);
    case 'govc':
      return asGovc(report, name);
    default:
      return asText(report);
  }
}

function targetOf(given: string | undefined, values: Values): URL {
  const base =
    given ?? process.env['SIMSPHERE_CONTROL_URL'] ?? process.env['SIMSPHERE_URL'] ?? 'https://127.0.0.1:8989';
  if (!URL.canParse(base)) throw new SimError('ERR_USAGE', `'${base}' is no URL`);
  const url = new URL('/_simsphere/privileges', base);
  for (const word of ['user', 'role']) if (values[word] !== undefined) url.searchParams.set(word, String(values[word]));
  return url;
}

function ask(url: URL, method: string, { token }: Values): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new SimError('ERR_UNREACHABLE', `${url.origin}: ${why}`));
    // The certificate is the simulator's own.
    const send = url.protocol === 'http:' ? http : https;
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const request = send(url, { method, headers, rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === 200 || response.statusCode === 204) resolve(text);
        else if (response.statusCode === 400) reject(new SimError('ERR_USAGE', messageIn(text)));
        else fail(`status ${response.statusCode}: ${messageIn(text)}`);
      });
    });
    request.on('error', (error) => fail(error.message)).end();
  });
}

function messageIn(text: string): string {
  try {
    return String((JSON.parse(text) as { message?: unknown }).message ?? text);
  } catch {
    return text;
  }
}
