/** EnvironmentBrowser: what VMs on a compute resource can be made of. */
import { ref } from '../../vim25/value.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { browserId } from '../storage/datastore.ts';

export interface EnvironmentBrowser {
  /** Id of the compute resource. */
  readonly compute: string;
}

export const environmentBrowserKind: KindSpec<EnvironmentBrowser> = defineKind<EnvironmentBrowser>({
  type: 'EnvironmentBrowser',
  prefix: 'envbrowser',
  relations: {
    compute: { facet: 'compute', to: 'ComputeResource', of: (s) => s.compute, inverse: 'environmentBrowser' },
  },
  properties: {
    datastoreBrowser: { reads: ['compute'], value: (s) => ref('HostDatastoreBrowser', browserId(s.compute)) },
  },
});

export const environmentBrowser: ManagedObject = managedObject('EnvironmentBrowser', environmentBrowserKind);
