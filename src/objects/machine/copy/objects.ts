/** The methods about copies that other rooms' types have. */

import type { MethodsOf } from '../../managed-object.ts';
import type { Machine } from '../machine.ts';
import type { BorrowedMethods } from '../objects.ts';
import { guardReachable } from '../standing.ts';
import { extractedEnvironment } from '../v-app/ovf-environment.ts';
import { ownerMethods } from '../vmx/unowned-files.ts';
import { checkCloneMethods, checkCloneVerb } from './check-clone.ts';
import { promoteMethods, promoteVerb } from './promote-disks.ts';

const environmentMethods: MethodsOf<'VirtualMachine', Machine> = {
  ExtractOvfEnvironment(_call, self) {
    guardReachable(self);
    return extractedEnvironment(self);
  },
};

export const copyMethods: readonly BorrowedMethods[] = [
  {
    type: 'VirtualMachine',
    methods: { ...promoteMethods, ...environmentMethods, ...ownerMethods } as BorrowedMethods['methods'],
    verbs: [promoteVerb],
  },
  {
    type: 'VirtualMachineProvisioningChecker',
    methods: checkCloneMethods as BorrowedMethods['methods'],
    verbs: [checkCloneVerb],
  },
];
