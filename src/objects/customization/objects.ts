/** The methods this room gives to types of others; its own managed object is among the managers of the service room. */
import type { AnyMethod, ManagedObject } from '../managed-object.ts';
import { guestCustomizationMethods, guestCustomizationVerbs } from './guest-manager.ts';
import { customizeMethods, customizeVerbs } from './machine-methods.ts';

type Methods = { readonly [name: string]: AnyMethod };

export const customizationMethods: readonly {
  readonly type: string;
  readonly methods: Methods;
  readonly verbs: ManagedObject['verbs'];
}[] = [
  { type: 'VirtualMachine', methods: customizeMethods as Methods, verbs: customizeVerbs },
  {
    type: 'VirtualMachineGuestCustomizationManager',
    methods: guestCustomizationMethods as Methods,
    verbs: guestCustomizationVerbs,
  },
];
