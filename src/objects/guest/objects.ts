/** What this room adds: the methods of the guest managers, those of machines that are about tools, and its own kinds. */
import type { Facets, KindSpec } from '../../world/kind.ts';
import type { Verb } from '../../world/tasks.ts';
import type { AnyMethod } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { aliasMethods } from './alias-manager.ts';
import { authMethods } from './auth-manager.ts';
import { fileMethods } from './file-manager.ts';
import { passKind } from './pass.ts';
import { processMethods } from './process-manager.ts';
import { registryMethods } from './registry.ts';
import { toolsMethods, toolsVerbs } from './tools.ts';

interface Added {
  readonly type: string;
  readonly methods: { readonly [name: string]: AnyMethod | undefined };
  readonly verbs?: readonly Verb<Site, never>[];
}

const added = (type: string, methods: object, verbs: Added['verbs'] = []): Added => ({
  type,
  methods: methods as Added['methods'],
  verbs,
});

export const guestMethods: readonly Added[] = [
  added('GuestAliasManager', aliasMethods),
  added('GuestAuthManager', authMethods),
  added('GuestFileManager', fileMethods),
  added('GuestProcessManager', processMethods),
  added('GuestWindowsRegistryManager', registryMethods),
  added('VirtualMachine', toolsMethods, toolsVerbs),
];

export const guestKinds: readonly KindSpec<never>[] = [passKind as unknown as KindSpec<Facets> as KindSpec<never>];
