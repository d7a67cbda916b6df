// What pyVmomi's own tests recorded of genuine vCenters, sent again: each answer has the elements, their order, the
// types and the sorts of text of the recorded one, or the difference is explained in ../recorded/differences.json.
// The recordings are fetched once and not kept in this repository.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureRecordings, recordings, root } from '../clients.mjs';
import { exchangesOf, parseXml, Replay } from '../recorded/replay.mjs';
import { blindSpots } from '../recorded/self-check.mjs';
import { differencesOf, elementsOf, Shape } from '../recorded/shape.mjs';

const dist = dirname(dirname(process.env.SIMSPHERE_MAIN ?? join(root, 'dist', 'cli', 'main.js')));
const built = (room) => import(pathToFileURL(join(dist, room, 'index.js')).href);
const { connect } = await built('client');
const { judge } = await built('contract');

const { SIMSPHERE_URL: url, SIMSPHERE_USER: user, SIMSPHERE_PASSWORD: password, SIMSPHERE_CA: ca } = process.env;
const differences = [];
let answered = 0;
const only = new RegExp(process.env.COMPAT_ONLY || '.', 'i');
if (only.test('pyvmomi/genuine-traffic: recorded calls are answered in the shape of a genuine vCenter')) await all();

async function all() {
  ensureRecordings();
  const objects = await objectsOf();
  for (const file of readdirSync(recordings)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const exchanges = exchangesOf(readFileSync(join(recordings, file), 'utf8'));
    if (exchanges.length > 0) await replay(file.replace(/\.yaml$/, ''), exchanges, objects);
  }
  // What to look at when a difference is to be explained.
  const folder = process.env.COMPAT_FOLDER;
  if (folder) writeFileSync(join(folder, 'differences.json'), JSON.stringify(differences, null, 1));
  judgeAll(JSON.parse(readFileSync(join(root, 'test/compat/recorded/differences.json'), 'utf8')));
}

function judgeAll(explanations) {
  const unseen = blindSpots();
  tell(
    unseen.length === 0,
    'a difference of any sort between an answer and a recorded one would be seen',
    unseen.join('\n'),
  );
  const { unexplained, idle } = judge(differences, explanations);
  for (const name of new Set(unexplained.map((one) => one.case))) {
    const lines = unexplained
      .filter((one) => one.case === name)
      .map(({ path, a, b }) => `${path}: genuine ${a}, ours ${b}`);
    tell(
      false,
      `what simsphere answers to the calls of ${name} has the shape of what a genuine vCenter did`,
      lines.join('\n'),
    );
  }
  tell(
    answered > 250,
    `${answered} recorded calls are answered in the shape of a genuine vCenter`,
    'fewer than were recorded',
  );
  const past = idle.map(({ path }) => path).join('\n');
  tell(idle.length === 0, 'no difference from genuine answers is explained that is none any more', past);
}

async function replay(name, exchanges, objects) {
  const again = new Replay({ url, user, password }, objects);
  const [genuine, ours] = [new Shape(), new Shape()];
  for (const exchange of exchanges) {
    const { status, type, answer } = await again.send(exchange);
    const call = callOf(exchange);
    const note = (path, a, b) => differences.push({ path, case: name, a: String(a), b: String(b) });
    if (status !== exchange.status)
      note(
        `${call} status`,
        exchange.status,
        `${status} ${/<faultstring>(.*?)<\/faultstring>/.exec(answer)?.[1] ?? ''}`,
      );
    if (!type?.startsWith('text/xml')) note(`${call} content type`, 'text/xml', type);
    if (exchange.method === 'POST' && frameOf(answer) !== frameOf(exchange.answer))
      note(`${call} envelope`, frameOf(exchange.answer), frameOf(answer));
    if (status !== exchange.status) continue;
    again.learn(exchange.answer, answer);
    for (const [shape, xml] of [
      [genuine, exchange.answer],
      [ours, answer],
    ])
      shape.add(payloadOf(xml), call);
    answered += 1;
  }
  differences.push(...differencesOf(genuine, ours, name));
}

/** `HostSystem.config` for a property, `ViewManager.CreateContainerView()` for a method, the path of a document. */
function callOf({ method, path, body }) {
  if (method === 'GET') return path.split('/').at(-1);
  const [call] = elementsOf(bodyOf(body));
  const self = elementsOf(call).find(({ localName }) => localName === '_this');
  const type = self?.getAttribute('type');
  if (call.localName !== 'Fetch') return `${type}.${call.localName}()`;
  return `${type}.${elementsOf(call).find(({ localName }) => localName === 'prop').textContent}`;
}

function bodyOf(xml) {
  return elementsOf(parseXml(xml).documentElement).find(({ localName }) => localName === 'Body');
}

function payloadOf(xml) {
  const element = parseXml(xml).documentElement;
  return element.localName === 'Envelope' ? elementsOf(bodyOf(xml))[0] : element;
}

/** The envelope around the payload, byte for byte. */
function frameOf(xml) {
  const [, before, after] = /^([\s\S]*<soapenv:Body>\s*)<[\s\S]*>(\s*<\/soapenv:Body>[\s\S]*)$/.exec(xml) ?? [];
  return `${before}...${after}`;
}

/** One of each type that recordings name. */
async function objectsOf() {
  const client = await connect({ url, username: user, password, ca: readFileSync(ca, 'utf8') });
  const found = {};
  const types = ['Datacenter', 'Datastore', 'HostSystem', 'Network', 'VirtualMachine', 'ClusterComputeResource'];
  for (const type of types) {
    for await (const { ref } of client.retrieve({ type, properties: ['name'] })) {
      if (ref.type === type) found[type] ??= ref.value;
    }
  }
  // The recorded host stands in a cluster.
  const [host] = await client.get({ type: 'ClusterComputeResource', value: found.ClusterComputeResource }, 'host');
  found.HostSystem = host.value;
  const vm = { type: 'VirtualMachine', value: found.VirtualMachine };
  Object.assign(found, await client.get(vm, 'config').then(({ uuid, instanceUuid }) => ({ uuid, instanceUuid })));
  await client.close();
  return found;
}

function tell(ok, sentence, detail) {
  if (!ok) process.exitCode = 1;
  console.log(`${ok ? 'ok' : 'FAIL'} ${sentence}${ok ? '' : `\n${String(detail).replace(/^/gm, '  ')}`}`);
}
