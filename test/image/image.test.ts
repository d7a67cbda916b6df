/** The container image, built and run as docs/container.md says: only names, ports and places are this run's own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Ref } from '../../src/client/index.ts';
import { blocksOf, ROOT } from '../snippet.ts';
import { Engine } from './engine.ts';

const PAGE = readFileSync(join(ROOT, 'docs/container.md'), 'utf8');
const OWN = `simsphere-test-${process.pid}`;

/** What the page says for that, on a name and a port of this run. */
function said(kind: string, name = kind): string {
  const [block] = blocksOf(PAGE).filter((b) => b.kind === kind);
  return block!.text
    .replaceAll(/\b(?:vcenter|lasting)\b/g, `${OWN}-${name}`)
    .replaceAll(/-p \d+:8989/g, '-p 127.0.0.1::8989')
    .replaceAll(/-v worlds:/g, `-v ${OWN}:`)
    .replaceAll(/ simsphere(?= )/g, ` ${OWN}`);
}

describe('the image', () => {
  let engine: Engine;
  const home = mkdtempSync(join(tmpdir(), 'simsphere-image-'));
  const sh = (line: string) => engine.sh(line, home);
  const state = (name: string, what: string) => sh(`docker inspect -f '{{.State.${what}}}' ${OWN}-${name}`);
  const origin = (name: string) => `https://${sh(`docker port ${OWN}-${name} 8989`).split('\n')[0]}`;
  const caOf = (name: string) => {
    sh(said('ca', name));
    return readFileSync(join(home, 'ca.pem'), 'utf8');
  };
  const healthy = (name: string) => {
    sh(said('wait', name));
    expect(state(name, 'Health.Status')).toBe('healthy');
  };
  const session = (name: string) =>
    connect({
      url: origin(name),
      ca: caOf(name),
      username: 'administrator@vsphere.local',
      password: 'simsphere',
    });

  beforeAll(async () => {
    engine = await Engine.find();
    engine.sh(said('build').replace(' build ', ' build --network host '));
  });
  afterAll(async () => {
    const containers = ['run', 'other', 'lasting'].map((name) => `${OWN}-${name}`).join(' ');
    engine.sh(`docker rm -f ${containers}; docker volume rm -f ${OWN}; docker rmi ${OWN} || true`);
    await engine.close();
    rmSync(home, { recursive: true });
  });

  it('serves, is healthy, is believed by its CA and its name, and ends at once when it is stopped', async () => {
    sh(said('run'));
    healthy('run');
    {
      await using client = await session('run');
      expect(await client.findByInventoryPath('DC0/vm/DC0_C0_RP0_VM9')).toBeDefined();
    }
    const named = `require('https').get('https://${OWN}-run:8989/_simsphere/health', { ca: require('/dev/shm/simsphere.json').ca }, (r) => process.exit(r.statusCode === 200 ? 0 : 1))`;
    sh(`docker exec ${OWN}-run node -e "${named}"`);
    const refused = `fetch('${origin('run')}/_simsphere/').then((r) => console.log(r.status))`;
    expect(sh(`NODE_TLS_REJECT_UNAUTHORIZED=0 node -e "${refused}"`)).toBe('403');
    sh(`docker stop ${OWN}-run`);
    expect(state('run', 'ExitCode')).toBe('143');
  });

  it('is healthy by any port and scheme', () => {
    sh(`docker run -d --name ${OWN}-other ${OWN} --port 9000 --http`);
    healthy('other');
    expect(sh(`docker logs ${OWN}-other`)).toContain('http://127.0.0.1:9000/sdk');
  });

  it('keeps a world in a volume, runs as nobody, and writes nowhere else', async () => {
    sh(said('lasting'));
    healthy('lasting');
    expect(sh(`docker exec ${OWN}-lasting id -u`)).toBe('1000');
    {
      await using client = await session('lasting');
      await client.call((await client.findByInventoryPath('DC0/vm')) as Ref<'Folder'>, 'CreateFolder', {
        name: 'kept',
      });
    }
    sh(`docker rm -f ${OWN}-lasting`);
    sh(said('lasting'));
    healthy('lasting');
    await using client = await session('lasting');
    expect(await client.findByInventoryPath('DC0/vm/kept')).toBeDefined();
  });

  it('has what it runs and nothing else of the project, and none of it is writable', () => {
    const inside = (line: string) => sh(`docker run --rm --entrypoint sh ${OWN} -c '${line}'`).split('\n');
    expect(inside('ls')).toEqual(
      ['dist', 'docs', 'LICENSE', 'NOTICE', 'node_modules', 'package.json', 'scenarios', 'wsdl'].sort((a, b) =>
        a < b ? -1 : 1,
      ),
    );
    expect(inside('ls node_modules')).not.toEqual(expect.arrayContaining(['vitest']));
    expect(inside('find . -writable')).toEqual(['']);
    expect(inside('node dist/cli/main.js coverage | head -1')[0]).toMatch(/^\w+ \d+\/\d+: /);
  });
});
