/** Signing in with a password, and being locked out after too many wrong ones. */
import type { Cell } from '../../../world/cell.ts';
import { postExtended } from '../../history/event-ex.ts';
import type { Site } from '../../site.ts';
import { rootOf } from '../authority.ts';
import { principalText } from './principal.ts';
import {
  type Account,
  accountOf,
  authenticate,
  type DirectoryFacets,
  directoryOf,
  type Failures,
  type Member,
} from './users.ts';

interface Policy {
  /** Wrong passwords that lock an account. */
  readonly failures: number;
  /** Milliseconds within which they count together. */
  readonly within: number;
  /** Milliseconds it then stays locked. */
  readonly locked: number;
}

/** What a fresh vCenter Single Sign-On has. */
const VCENTER: Policy = { failures: 5, within: 180_000, locked: 300_000 };

/** ESXi: `Security.AccountLockFailures` and `Security.AccountUnlockTime`; failures count until a login succeeds. */
const ESX: Policy = { failures: 5, within: Number.POSITIVE_INFINITY, locked: 900_000 };

/**
 * Who those credentials let in; undefined for nobody, and for a locked account whatever the password: the caller is not
 * told which. Every door that takes a password asks here, so that failures count together.
 */
export function signIn(site: Site, user: string, password: string): Member | undefined {
  const cell = directoryOf(site.world);
  if (!cell) return undefined;
  const { directory } = cell.state;
  const member = authenticate(directory, user, password);
  const account = accountOf(directory, user);
  if (!account || !canLock(site, directory.domain, account)) return member;
  const key = account.principal.toLowerCase();
  const known = cell.state.failures[key];
  if (known?.lockedUntil !== undefined && site.clock.now() < known.lockedUntil) return undefined;
  if (!member) put(cell, key, failed(site, account, known));
  else if (known) put(cell, key, undefined);
  return member;
}

/** Forgets what an account did wrong: it has a new password, or is gone. Inside a turn. */
export function forgive(cell: Cell<DirectoryFacets>, principal: string): void {
  put(cell, principal.toLowerCase(), undefined);
}

/** vCenter's own administrator is never locked out; a host's is. */
function canLock(site: Site, domain: string, { principal }: Account): boolean {
  return site.flavour === 'esx' || principal !== principalText({ domain, name: 'Administrator' });
}

function failed(site: Site, account: Account, known: Failures | undefined): Failures {
  const policy = site.flavour === 'esx' ? ESX : VCENTER;
  const now = site.clock.now();
  const goesOn = known !== undefined && known.lockedUntil === undefined && now - known.since < policy.within;
  const count = goesOn ? known.count + 1 : 1;
  const since = goesOn ? known.since : now;
  if (count < policy.failures) return { count, since };
  if (site.flavour === 'esx') tellLocked(site, account, policy);
  return { count, since, lockedUntil: now + policy.locked };
}

function tellLocked(site: Site, { principal }: Account, { failures, locked }: Policy): void {
  const entity = [...site.world.ofType('HostSystem')][0] ?? rootOf(site.world);
  if (!entity) return;
  const seconds = String(locked / 1_000);
  postExtended(
    site,
    '',
    {
      eventTypeId: 'esx.audit.account.locked',
      severity: 'warning',
      message: `Remote access for ESXi local user account '${principal}' has been locked for ${seconds} seconds after ${failures} failed login attempts.`,
      arguments: { 1: principal, 2: seconds, 3: String(failures) },
    },
    { entity },
  );
}

function put(cell: Cell<DirectoryFacets>, key: string, failures: Failures | undefined): void {
  const { [key]: _old, ...others } = cell.state.failures;
  const next = failures === undefined ? others : { ...others, [key]: failures };
  cell.world.turn(() => cell.world.update(cell, { failures: next }));
}
