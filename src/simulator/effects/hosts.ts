/** What may befall hosts and their networks. */
import { failHost } from '../../objects/compute/ha/failing.ts';
import { recoverHost } from '../../objects/compute/ha/recovery.ts';
import { loseHost } from '../../objects/compute/host/connection.ts';
import { loseUplinks, regainUplinks } from '../../objects/compute/host/uplinks.ts';
import { hosts, text, type WorldEffectVerb, word } from './verb.ts';

const CARD = { card: text('physical card, such as vmnic0; all of them when left out') };

export const hostEffects: readonly (readonly [string, WorldEffectVerb])[] = [
  ['host.disconnect', hosts((site, host) => loseHost(site, host))],
  ['host.reconnect', hosts(recoverHost)],
  ['host.recover', hosts(recoverHost)],
  ['host.crash', hosts((site, host) => failHost(site, host, 'crashed'))],
  ['host.powerLoss', hosts((site, host) => failHost(site, host, 'poweredOff'))],
  ['host.isolate', hosts((site, host) => failHost(site, host, 'isolated'))],
  ['host.partition', hosts((site, host) => failHost(site, host, 'partitioned'))],
  ['host.stopResponding', hosts((site, host) => failHost(site, host, 'silent'))],
  ['host.loseUplinks', hosts((site, host, { card }) => loseUplinks(site, host, word(card)), CARD)],
  ['host.regainUplinks', hosts((site, host, { card }) => regainUplinks(site, host, word(card)), CARD)],
];
