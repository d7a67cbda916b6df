/** The SessionManager's state: what holds for every session, and the message of the day. */
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { World } from '../../../world/world.ts';
import type { Issuer } from '../tokens/issuer.ts';
import type { LocalTickets } from './local-tickets.ts';
import { type Session, sessionKind, sessionValue } from './session.ts';

export interface SessionPolicy {
  /** Milliseconds on the clock after which an idle session ends; 0 for never. */
  readonly idle: number;
  /** Sessions one user may have open. */
  readonly perUser: number;
}

/** Machinery, not state: whether the alarm is set that ends who idles. */
export interface IdleWatch {
  armed: boolean;
}

export interface SessionManagerFacets {
  readonly policy: SessionPolicy;
  readonly watch: IdleWatch;
  readonly message: string;
  /** The key that signs tokens. */
  readonly issuer: Issuer;
  readonly localTickets: LocalTickets;
}

/** Half an hour, and what vpxd takes of one user. */
export const DEFAULT_POLICY: SessionPolicy = { idle: 1_800_000, perUser: 500 };

const LOCALES: readonly string[] = ['en', 'en_US', 'de', 'fr', 'ja', 'ko', 'zh_CN', 'zh_TW', 'es', 'it'];

export const sessionManagerKind: KindSpec<SessionManagerFacets> = defineKind<SessionManagerFacets>({
  type: 'SessionManager',
  machinery: { watch: undefined, issuer: undefined, localTickets: undefined },
  properties: {
    sessionList: { reads: ['@clock', 'sessions'], value: (_, self) => listed(self as unknown as Cell) },
    currentSession: { reads: ['@viewer'], value: (_, self, viewer) => current(self.world, viewer?.session) },
    message: { reads: ['message'], value: (s) => s.message },
    messageLocaleList: { reads: [], value: () => LOCALES },
    supportedLocaleList: { reads: [], value: () => LOCALES },
    defaultLocale: { reads: [], value: () => 'en' },
  },
});

/** Whether messages can be had in a locale; `en-GB` and the like go by their language. */
export function isSupportedLocale(locale: string): boolean {
  return LOCALES.includes(locale) || LOCALES.includes(locale.split(/[-_]/, 1)[0]!);
}

function listed(manager: Cell): object[] {
  return Array.from(manager.back<Session>('sessions'), sessionValue);
}

function current(world: World, session: string | undefined): object | undefined {
  const cell = world.as(sessionKind, session);
  return cell && sessionValue(cell);
}
