/** The managed objects of this room, and how a fresh server has them. */
import type { ManagedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { accountManager } from './accounts/account-manager.ts';
import { parsePrincipal } from './accounts/principal.ts';
import { userDirectory } from './accounts/user-directory.ts';
import { type Account, account, administrators, builtInGroups, userDirectoryKind } from './accounts/users.ts';
import { authorizationManagerKind } from './authorization-kind.ts';
import { authorizationManager } from './authorization-manager.ts';
import { INITIAL_ROLES } from './roles.ts';
import { extensionKeyMethods } from './sessions/extension-keys.ts';
import { LocalTickets } from './sessions/local-tickets.ts';
import { sessionManager } from './sessions/session-manager.ts';
import { DEFAULT_POLICY, sessionManagerKind } from './sessions/session-policy.ts';
import { Issuer } from './tokens/issuer.ts';

export const accessObjects: readonly ManagedObject[] = [
  sessionManager,
  authorizationManager,
  userDirectory,
  accountManager,
];

/** Methods this room gives to types of others. */
export const accessMethods: readonly AddedMethods[] = [
  { type: 'ExtensionManager', methods: extensionKeyMethods as never },
];

interface AddedMethods {
  readonly type: string;
  readonly methods: ManagedObject['methods'];
}

export interface AccessOptions {
  /** The administrator's name and password. */
  readonly user: string;
  readonly password: string;
  /** Let any name in with any password that is not empty, as an administrator. */
  readonly anyLogin: boolean;
  /** Milliseconds of the clock after which an idle session ends; 0 for never. */
  readonly sessionTimeout: number;
  /** Sessions one user may have open. */
  readonly sessionsPerUser?: number;
  /** Accounts beside the administrator's. */
  readonly accounts?: readonly Account[];
}

/** Ids of this room's objects. */
export interface AccessIds {
  readonly sessionManager: string;
  readonly authorizationManager: string;
  readonly userDirectory: string;
}

/** Makes the objects of this room. Inside a turn. */
export function createAccessObjects(site: Site, ids: AccessIds, options: AccessOptions): void {
  const { world } = site;
  const domain = site.flavour === 'esx' ? '' : parsePrincipal(options.user, 'vsphere.local').domain;
  const group = administrators(domain);
  const policy = {
    idle: options.sessionTimeout,
    perUser: options.sessionsPerUser ?? DEFAULT_POLICY.perUser,
  };
  const accounts = [account(domain, options.user, options.password, [group]), ...(options.accounts ?? [])];
  const directory = { domain, accounts, groups: builtInGroups(domain), anyLogin: options.anyLogin };
  const service = {
    policy,
    watch: { armed: false },
    message: '',
    issuer: new Issuer(),
    localTickets: new LocalTickets(),
  };
  world.create(sessionManagerKind, service, ids.sessionManager);
  world.create(authorizationManagerKind, { roles: INITIAL_ROLES }, ids.authorizationManager);
  world.create(userDirectoryKind, { directory, failures: {} }, ids.userDirectory);
}
