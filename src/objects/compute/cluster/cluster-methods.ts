/** What compute resources and clusters answer. */
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { computeResourceKind } from '../compute-resource.ts';
import { addHostVerb } from '../host/add-host.ts';
import { moveHostVerbs } from '../host/move-host.ts';
import { clusterKind } from './cluster.ts';
import { reconfigureStandalone, reconfigureVerbs } from './cluster-reconfigure.ts';
import { resourceUsage } from './resource-usage.ts';

export const computeResource: ManagedObject = managedObject(
  'ComputeResource',
  computeResourceKind,
  {
    ReconfigureComputeResource_Task: (call, self, { spec, modify }) =>
      call.startTask(`${self.type}.reconfigureEx`, self as never, { spec, modify }),
  },
  [reconfigureStandalone],
);

export const cluster: ManagedObject = managedObject(
  'ClusterComputeResource',
  clusterKind,
  {
    ReconfigureCluster_Task: (call, self, { spec, modify }) =>
      call.startTask('ClusterComputeResource.reconfigure', self as never, { spec, modify }),
    AddHost_Task: (call, self, args) => call.startTask('ClusterComputeResource.addHost', self as never, { ...args }),
    MoveInto_Task: (call, self, { host }) => call.startTask('ClusterComputeResource.moveInto', self as never, { host }),
    MoveHostInto_Task: (call, self, { host, resourcePool }) =>
      call.startTask('ClusterComputeResource.moveHostInto', self as never, { host: [host], resourcePool }),
    GetResourceUsage: (_call, self) => resourceUsage(self),
  },
  [...reconfigureVerbs, addHostVerb, ...moveHostVerbs],
);
