/** Which product a simulator claims to be: version, build, API version, and the about block that says so. */
import { didYouMean, SimError } from '../../kernel/errors.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { AboutInfo } from '../../vim25/generated/index.ts';

interface Release {
  /** Product version, as `about.version` has it. */
  readonly version: string;
  /** The API version on the wire, which need not be the product's. */
  readonly api: string;
  readonly vcenterBuild: string;
  readonly esxBuild: string;
}

/** A recorded vCenter 8.0.3 says apiVersion 8.0.2.0; that is the default. */
const DEFAULT = '8.0.3';

const RELEASES: readonly Release[] = [
  release('9.1.0', '9.1.0.0', '25100000', '25100001'),
  release('9.0.0', '9.0.0.0', '24755230', '24755229'),
  release('8.0.3', '8.0.2.0', '24022515', '24022510'),
  release('8.0.2', '8.0.2.0', '22385739', '22380479'),
  release('8.0.1', '8.0.1.0', '21560480', '21495797'),
  release('8.0.0', '8.0.0.1', '20519528', '20513097'),
  release('7.0.3', '7.0.3.0', '18700403', '18644231'),
  release('7.0.2', '7.0.2.0', '17694817', '17630552'),
  release('7.0.1', '7.0.1.0', '16860138', '16850804'),
  release('7.0.0', '7.0.0.0', '15952498', '15843807'),
  release('6.7.3', '6.7.3', '14367737', '14320388'),
  release('6.7.0', '6.7', '8217866', '8169922'),
  release('6.5.0', '6.5', '4602587', '4564106'),
  release('6.0.0', '6.0', '2494585', '2494585'),
  release('5.5.0', '5.5', '1312298', '1331820'),
];

export interface Presented {
  readonly about: AboutInfo;
  /** Wire id of the API version: an entry of the schema's `versions`. */
  readonly version: string;
}

/** The about block for a product version (`8.0.3`) or an API version (`8.0.2.0`, `6.7`). Throws ERR_USAGE. */
export function aboutFor(flavour: 'vcenter' | 'esx', apiVersion: string | undefined, ids: Ids): Presented {
  const found = find(apiVersion ?? DEFAULT);
  return { about: flavour === 'esx' ? esxAbout(found) : vcenterAbout(found, ids), version: found.api };
}

/** The product versions one may ask for, newest first. */
export function presentableVersions(): string[] {
  return RELEASES.map((r) => r.version);
}

function find(wanted: string): Release {
  const found = RELEASES.find((r) => r.version === wanted) ?? RELEASES.find((r) => r.api === wanted);
  if (found) return found;
  const meant = didYouMean(wanted, presentableVersions());
  throw new SimError('ERR_USAGE', `no API version '${wanted}' is known`, {
    hint: `${meant ? `did you mean ${meant}? ` : ''}known are ${presentableVersions().join(', ')}`,
  });
}

function vcenterAbout({ version, api, vcenterBuild: build }: Release, ids: Ids): AboutInfo {
  return {
    name: 'VMware vCenter Server',
    fullName: `VMware vCenter Server ${version} build-${build}`,
    vendor: 'VMware, Inc.',
    version,
    patchLevel: '00000',
    build,
    localeVersion: 'INTL',
    localeBuild: '000',
    osType: 'linux-x64',
    productLineId: 'vpx',
    apiType: 'VirtualCenter',
    apiVersion: api,
    instanceUuid: ids.uuid('vcenter'),
    licenseProductName: 'VMware VirtualCenter Server',
    licenseProductVersion: major(version),
  };
}

function esxAbout({ version, api, esxBuild: build }: Release): AboutInfo {
  return {
    name: 'VMware ESXi',
    fullName: `VMware ESXi ${version} build-${build}`,
    vendor: 'VMware, Inc.',
    version,
    patchLevel: '0.0',
    build,
    localeVersion: 'INTL',
    localeBuild: '000',
    osType: 'vmnix-x86',
    productLineId: 'embeddedEsx',
    apiType: 'HostAgent',
    apiVersion: api,
    licenseProductName: 'VMware ESX Server',
    licenseProductVersion: major(version),
  };
}

function major(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function release(version: string, api: string, vcenterBuild: string, esxBuild: string): Release {
  return { version, api, vcenterBuild, esxBuild };
}
