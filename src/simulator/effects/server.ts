/** What may befall the server itself: its sessions, its watch, its licences, and the whole of it. */
import { fitsName } from '../../kernel/glob.ts';
import { sessionKind } from '../../objects/access/sessions/session.ts';
import { endSession } from '../../objects/access/sessions/sessions.ts';
import { type Host, hostKind } from '../../objects/compute/host/host.ts';
import { delayUpdates, resumeUpdates } from '../../objects/query/late-updates.ts';
import { expireLicenses, renewLicenses } from '../../objects/service/licensing.ts';
import { restartServer } from '../../objects/service/restart.ts';
import { changeServerTrouble } from '../../objects/service/server-trouble.ts';
import type { Site } from '../../objects/site.ts';
import type { Cell } from '../../world/cell.ts';
import { type Arguments, duration, milliseconds, text, type WorldEffectVerb } from './verb.ts';

const expireAll: WorldEffectVerb = {
  takes: { user: text("of users of that name; everybody's when left out") },
  run(site, { user = '*' }) {
    for (const session of [...site.world.every(sessionKind)]) {
      if (fitsName(String(user), session.state.identity.userName)) endSession(site, session);
    }
  },
};

/** One session: that of the call, or the one of a number. */
const expire: WorldEffectVerb = {
  takes: { session: { kind: 'number', whole: true, min: 1, about: 'its ordinal; that of the call when left out' } },
  run(site, { session: ordinal }, _self, own) {
    const found =
      ordinal === undefined
        ? own
        : [...site.world.every(sessionKind)].find(({ state }) => state.identity.ordinal === ordinal);
    if (found) endSession(site, found);
  },
};

const restart: WorldEffectVerb = {
  takes: {
    down: duration('for so long; 1m when left out'),
    refuse: duration('so long connections are reset; then 503 is answered; a third of down when left out'),
  },
  run: (site, { down, refuse }) => restartServer(site, { down: milliseconds(down), refuse: milliseconds(refuse) }),
};

const skew: WorldEffectVerb = {
  takes: {
    ahead: duration('so much too late'),
    behind: duration('so much too early'),
    host: text("of hosts of that name; vCenter's own when left out"),
  },
  run: (site, args) => setWatch(site, args, (milliseconds(args.ahead) ?? 0) - (milliseconds(args.behind) ?? 0)),
};

const sync: WorldEffectVerb = {
  takes: { host: text("of hosts of that name; vCenter's own when left out") },
  run: (site, args) => setWatch(site, args, 0),
};

function setWatch({ world }: Site, { host }: Arguments, by: number): void {
  if (host === undefined) return changeServerTrouble(world, { skew: by === 0 ? undefined : Object.freeze({ by }) });
  for (const cell of [...world.every(hostKind)] as Cell<Host>[]) {
    if (!fitsName(String(host), cell.state.name)) continue;
    const { skew: _skew, ...time } = cell.state.time ?? {};
    world.turn(() => world.update(cell, { time: Object.freeze(by === 0 ? time : { ...time, skew: by }) }));
  }
}

const delay: WorldEffectVerb = {
  takes: { by: duration('so late; not at all, until updates.resume, when left out') },
  run: (site, { by }) => delayUpdates(site, milliseconds(by) ?? Number.POSITIVE_INFINITY),
};

export const serverEffects: readonly (readonly [string, WorldEffectVerb])[] = [
  ['session.expireAll', expireAll],
  ['session.expire', expire],
  ['vcenter.restart', restart],
  ['clock.skew', skew],
  ['clock.sync', sync],
  ['updates.delay', delay],
  ['updates.resume', { takes: {}, run: (site) => resumeUpdates(site) }],
  ['license.expire', { takes: {}, run: (site) => expireLicenses(site) }],
  ['license.renew', { takes: {}, run: (site) => renewLicenses(site) }],
];
