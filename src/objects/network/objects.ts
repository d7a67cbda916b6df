/** The managed objects of this room. */
import type { ManagedObject } from '../managed-object.ts';
import { distributedSwitch, network, portgroup } from './methods.ts';
import { opaqueNetwork } from './opaque-network.ts';

export const networkObjects: readonly ManagedObject[] = [network, opaqueNetwork, distributedSwitch, portgroup];
