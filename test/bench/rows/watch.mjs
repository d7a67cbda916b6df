// One change, seen by twenty sessions that each watch every VM.
import { setTimeout as pause } from 'node:timers/promises';
import { AnswerStream } from '../answer-stream.mjs';
import { cpuOf, interleave, Sample } from '../measure.mjs';
import { envelope, SoapSession, viewSpec } from '../soap-session.mjs';
import { line } from '../table.mjs';

export const name = 'watch';
export const order = 40;

const WATCHERS = 20;
// Changes in one batch.
const CHANGES = 10;
const WARM_UP = 300;
// After this long a change counts as missed; a person would have given up earlier.
const PATIENCE = 1000;
// Each gets so many seconds: where changes are missed each costs all of the patience there is.
const SECONDS = 30;

export async function measure({ quick, targets }) {
  const results = {};
  for (const target of targets) {
    const watchers = await Promise.all(Array.from({ length: WATCHERS }, () => Watcher.start(target)));
    results[target.name] = { watchers, sample: new Sample(), cpu: 0, missed: 0, changes: 0 };
  }
  await interleave(
    targets,
    quick ? 4 : 10,
    async ({ name, pid, session, victim }, round) => {
      const result = results[name];
      if (round === 0) {
        // Both have been running for a while before anybody asks how fast they are.
        const begin = performance.now();
        for (let index = 0; index < WARM_UP && performance.now() - begin < (SECONDS * 1000) / 3; index += 1) {
          const seen = result.watchers.map((watcher) => watcher.sees(`before-${index}`));
          await session.rename(victim, `before-${index}`);
          await Promise.all(seen);
        }
      }
      result.cpu += await cpuOf(pid, async () => {
        for (let index = 0; index < CHANGES; index += 1) {
          const value = `seen-${round}-${index}`;
          const start = performance.now();
          const seen = result.watchers.map((watcher) => watcher.sees(value));
          await session.rename(victim, value);
          for (const moment of await Promise.all(seen)) {
            if (moment === undefined) result.missed += 1;
            else result.sample.add(moment - start);
          }
        }
      });
      result.changes += CHANGES;
    },
    SECONDS,
  );
  for (const { watchers } of Object.values(results)) for (const watcher of watchers) watcher.stop();
  const { simsphere, vcsim } = results;
  const row = `a change seen by ${WATCHERS} sessions`;
  const share = ({ missed, changes }) => (missed / (changes * WATCHERS)) * 100;
  return [
    line(row, 'missed', '%', share(simsphere), share(vcsim), { atMost: 0 }),
    line(row, 'p50', 'ms', simsphere.sample.at(0.5), vcsim.sample.at(0.5), { atMost: 5 }),
    line(row, 'p99', 'ms', simsphere.sample.at(0.99), vcsim.sample.at(0.99)),
    line(row, 'server CPU', 'ms', simsphere.cpu / simsphere.changes, vcsim.cpu / vcsim.changes),
  ];
}

class Watcher {
  #awaited = new Map();
  #stopped = false;

  static async start(target) {
    const watcher = new Watcher();
    const session = await SoapSession.open(target);
    const spec = viewSpec(await session.machines(), ['name', 'runtime.powerState']);
    await session.text(
      '<CreateFilter xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this>' +
        `<spec>${spec}</spec><partialUpdates>false</partialUpdates></CreateFilter>`,
    );
    const stream = new AnswerStream(target.url, session.cookie);
    let version = '';
    const wait = async () => {
      const text = await stream.send(
        envelope(
          `<WaitForUpdatesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this><version>${version}</version>` +
            '<options><maxWaitSeconds>60</maxWaitSeconds></options></WaitForUpdatesEx>',
        ),
      );
      const moment = performance.now();
      version = /<version>([^<]*)</.exec(text)?.[1] ?? version;
      return { text, moment, truncated: text.includes('<truncated>true<') };
    };
    while ((await wait()).truncated);
    session.close();
    watcher.#listen(wait, stream);
    return watcher;
  }

  async #listen(wait, stream) {
    while (!this.#stopped) {
      try {
        const { text, moment } = await wait();
        for (const [value, heard] of this.#awaited) if (text.includes(`>${value}<`)) heard(moment);
      } catch (error) {
        if (!this.#stopped) throw error;
      }
    }
    stream.close();
  }

  /** The moment an update with this value arrived, or undefined when patience ran out. */
  async sees(value) {
    const done = new AbortController();
    const moment = await Promise.race([
      new Promise((resolve) => this.#awaited.set(value, resolve)),
      pause(PATIENCE, undefined, { signal: done.signal, ref: false }).catch(() => undefined),
    ]);
    done.abort();
    this.#awaited.delete(value);
    return moment;
  }

  stop() {
    this.#stopped = true;
  }
}
