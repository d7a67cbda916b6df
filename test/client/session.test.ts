/** The session of a client: kept, lost, and renewed, under whatever is going on. */
import { describe, expect, it } from 'vitest';
import { type Client, filterOf, type Ref } from '../../src/client/index.ts';
import { Clock } from '../../src/kernel/clock.ts';
import { fault, Hurried, Scripted, TIME, type Visit } from './scripted.ts';

const SI: Ref<'ServiceInstance'> = { type: 'ServiceInstance', value: 'ServiceInstance' };

/** Takes no cookie but the newest, from the time that is told. */
function forgetful(): { lose: () => void; check: (visit: Visit) => boolean } {
  let [least, newest] = [1, 1];
  return {
    lose: () => {
      newest += 1;
      least = newest;
    },
    check: ({ cookie }) => Number(/s(\d+)/.exec(cookie ?? '')?.[1] ?? 0) >= least,
  };
}

const page = (ids: readonly string[], token = '') =>
  `<returnval>${token && `<token>${token}</token>`}${ids
    .map(
      (id) =>
        `<objects><obj type="Folder">${id}</obj><propSet><name>name</name><val xsi:type="xsd:string">${id}</val></propSet></objects>`,
    )
    .join('')}</returnval>`;

async function namesOf(client: Client): Promise<string[]> {
  const names: string[] = [];
  for await (const { properties } of client.retrieve({ type: 'Folder', properties: ['name'], pageSize: 2 }))
    names.push(properties.name!);
  return names;
}

describe('a session', () => {
  it('that is lost in the middle of a bulk read is renewed, and no object comes twice or not at all', async () => {
    const session = forgetful();
    await using server = await Scripted.open({
      RetrievePropertiesEx: () => page(['a', 'b'], 'more'),
      ContinueRetrievePropertiesEx: (visit) => {
        if (visit.before === 0) session.lose();
        return session.check(visit) ? page(['c', 'd']) : fault('NotAuthenticated');
      },
    });
    const client = await server.connect({ clock: new Hurried() });
    expect(await namesOf(client)).toEqual(['a', 'b', 'c', 'd']);
    expect(server.count('Login')).toBe(2);
    expect(server.count('CreateContainerView')).toBe(2);
    await client.close();
  });

  it('survives a bulk read whose connection breaks half way through a page', async () => {
    await using server = await Scripted.open({
      RetrievePropertiesEx: ({ before, response }) => {
        if (before > 0) return page(['a', 'b', 'c']);
        response.writeHead(200, { 'Content-Length': 100_000 });
        response.write(
          `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body><RetrievePropertiesExResponse xmlns="urn:vim25">${page(['a', 'b']).replace('</returnval>', '')}`,
          () => response.destroy(),
        );
        return undefined;
      },
    });
    const client = await server.connect({ clock: new Hurried() });
    expect(await namesOf(client)).toEqual(['a', 'b', 'c']);
    await client.close();
  });

  it('gives the objects of an answer before that has ended, and lets go of the rest of it', async () => {
    const head = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body><RetrievePropertiesExResponse xmlns="urn:vim25">`;
    let over = (): void => {};
    const closed = new Promise<void>((resolve) => {
      over = resolve;
    });
    await using server = await Scripted.open({
      RetrievePropertiesEx: ({ response }) => {
        response.once('close', over);
        // The rest never comes.
        response.write(head + page(['a', 'b', 'c'], 'more').replace(/<objects><obj type="Folder">c.*/s, ''));
      },
    });
    const client = await server.connect();
    const names: (string | undefined)[] = [];
    for await (const { properties } of client.retrieve({ type: 'Folder', properties: ['name'] })) {
      names.push(properties.name);
      if (names.length === 2) break;
    }
    expect(names).toEqual(['a', 'b']);
    await closed;
    expect(server.seen).toContain('CancelRetrievePropertiesEx');
    expect(server.seen).toContain('DestroyView');
    await client.close();
  });

  it('that is lost under a watch is renewed, and who left in between is told of', async () => {
    const session = forgetful();
    const set = (version: string, kind: string, ids: readonly string[]) =>
      `<returnval><version>${version}</version><filterSet><filter type="PropertyFilter">filter</filter>${ids
        .map((id) => `<objectSet><kind>${kind}</kind><obj type="Folder">${id}</obj></objectSet>`)
        .join('')}</filterSet></returnval>`;
    await using server = await Scripted.open({
      WaitForUpdatesEx: (visit) => {
        if (visit.before === 1) session.lose();
        if (!session.check(visit)) return fault('NotAuthenticated');
        if (visit.before === 0) return set('1', 'enter', ['a', 'b']);
        // The collector died with the session it was made in.
        if (visit.before === 2) return fault('ManagedObjectNotFound', '<obj type="PropertyCollector">pc2</obj>');
        return set('1', 'enter', ['b', 'c']);
      },
    });
    const client = await server.connect({ clock: new Hurried() });
    const told: string[] = [];
    for await (const { filterSet } of client.watch(filterOf({ type: 'Folder', value: 'a' }, ['name']))) {
      for (const { objectSet } of filterSet ?? [])
        for (const { kind, obj } of objectSet ?? []) told.push(`${kind} ${obj.value}`);
      if (told.length > 2) break;
    }
    expect(told).toEqual(['enter a', 'enter b', 'enter b', 'enter c', 'leave a']);
    expect(server.count('Login')).toBe(2);
    await client.close();
  });

  it('is kept by a call now and then, and renewed when that finds it gone', async () => {
    const clock = new Clock({ kind: 'manual' });
    let gone = false;
    await using server = await Scripted.open({
      CurrentTime: ({ cookie }) => (gone && cookie?.includes('s1') ? fault('NotAuthenticated') : TIME),
    });
    const client = await server.connect({ clock, keepAlive: 60_000 });
    const settled = async (count: number, method = 'CurrentTime') => {
      while (server.count(method) < count) await new Promise(setImmediate);
      // What the answer sets off.
      for (let i = 0; i < 20; i += 1) await new Promise(setImmediate);
    };
    await clock.advance(59_000);
    expect(server.count('CurrentTime')).toBe(0);
    await clock.advance(1_000);
    await settled(1);
    await clock.advance(30_000);
    await client.call(SI, 'CurrentTime');
    // It was used half a minute ago.
    await clock.advance(30_000);
    expect(server.count('CurrentTime')).toBe(2);
    gone = true;
    await clock.advance(30_000);
    await settled(2, 'Login');
    expect(client.session.key).toBe('s2');
    await client.close();
    await clock.advance(600_000);
    expect(server.seen.at(-1)).toBe('Logout');
  });

  it('is left alone by who waits for its renewal no longer', async () => {
    const stop = new AbortController();
    await using server = await Scripted.open({
      CurrentTime: ({ cookie }) => (cookie?.includes('s1') ? fault('NotAuthenticated') : TIME),
      Login: ({ before, response }) => {
        response.setHeader('Set-Cookie', `vmware_soap_session="s${before + 1}"`);
        if (before === 1) setImmediate(() => stop.abort(new Error('enough')));
        return before === 1 ? undefined : '<returnval><key>k</key></returnval>';
      },
    });
    const client = await server.connect({ timeout: 60_000, clock: new Clock({ kind: 'manual' }) });
    await expect(client.call(SI, 'CurrentTime', {}, { signal: stop.signal })).rejects.toThrow('enough');
    await client.close();
  });
});

describe('opIDs', () => {
  it('are on every call, follow from the seed, and give way to the caller’s own', async () => {
    const runs: (string | undefined)[][] = [];
    for (let run = 0; run < 2; run += 1) {
      await using server = await Scripted.open();
      const client = await server.connect({ seed: 'seven' });
      await client.call(SI, 'CurrentTime', {}, { opId: 'mine' });
      await client.close();
      expect(server.opIds).toHaveLength(server.seen.length);
      expect(server.opIds[server.seen.indexOf('CurrentTime')]).toBe('mine');
      runs.push([...server.opIds]);
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(new Set(runs[0]).size).toBe(4);
    expect(runs[0]).not.toContain(undefined);
  });
});
