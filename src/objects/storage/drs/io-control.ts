/** Storage I/O control of a datastore: its settings, and what a host offers to set. */
import type {
  StorageIORMConfigOption,
  StorageIORMConfigSpec,
  StorageIORMInfo,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { type Datastore, datastoreKind, IORM } from '../datastore.ts';

export const CONFIGURE_IORM = 'StorageResourceManager.configureDatastoreIORM';

/** Milliseconds. */
const LEAST_THRESHOLD = 5;
const MOST_THRESHOLD = 100;

const bool = (defaultValue: boolean) => ({ _typeName: 'BoolOption', supported: true, defaultValue });

export function iormOptions(): StorageIORMConfigOption {
  return {
    enabledOption: bool(false),
    congestionThresholdOption: { _typeName: 'IntOption', min: LEAST_THRESHOLD, max: MOST_THRESHOLD, defaultValue: 30 },
    statsCollectionEnabledOption: bool(true),
    reservationEnabledOption: bool(true),
  } as StorageIORMConfigOption;
}

interface Configuration {
  readonly datastore: Ref;
  readonly spec: StorageIORMConfigSpec;
}

/** Throws what is wrong with a spec, or that the datastore cannot do it. */
function guard(self: Cell<Datastore>, spec: StorageIORMConfigSpec): void {
  const capable = self.get('capability') as { readonly storageIORMSupported: boolean };
  if (!capable.storageIORMSupported)
    throw new VimFault('IORMNotSupportedHostOnDatastore', {
      datastore: self.ref,
      datastoreName: self.state.name,
      host: [],
    });
  const { congestionThresholdMode: mode, congestionThreshold: threshold, percentOfPeakThroughput: peak } = spec;
  if (mode !== undefined && mode !== 'automatic' && mode !== 'manual')
    throw invalidArgument('spec.congestionThresholdMode');
  if (threshold !== undefined && (threshold < LEAST_THRESHOLD || threshold > MOST_THRESHOLD)) {
    throw new VimFault('InvalidArgument', { invalidProperty: 'spec.congestionThreshold' });
  }
  if (peak !== undefined && (peak < 50 || peak > 100)) throw invalidArgument('spec.percentOfPeakThroughput');
}

export const configureIormVerb: Verb<Site, never> = verb<Configuration>({
  name: CONFIGURE_IORM,
  descriptionId: CONFIGURE_IORM,
  exclusive: false,
  steps: {
    begin({ site, args }) {
      guard(resolve(site, datastoreKind, args.datastore), args.spec);
      return { next: 'finish', after: site.latency.duration(CONFIGURE_IORM) };
    },
    finish({ site, args }) {
      const self = resolve(site, datastoreKind, args.datastore);
      guard(self, args.spec);
      const said = Object.entries(args.spec).filter(([key, value]) => value !== undefined && key !== '_typeName');
      const iorm: StorageIORMInfo = Object.freeze({ ...(self.state.iorm ?? IORM), ...Object.fromEntries(said) });
      site.world.update(self, { iorm });
      return { done: true };
    },
  },
});
