/** ParseDescriptor: what a descriptor holds, for whoever is to choose before it is imported. */
import type { OvfEntity, OvfEnvelope } from '../../formats/ovf/envelope.ts';
import { readOvf } from '../../formats/ovf/read-ovf.ts';
import type {
  KeyValue,
  OvfManagerCommonParams,
  OvfParseDescriptorResult,
  OvfValidateHostResult,
} from '../../vim25/generated/index.ts';
import { faultOf, readOr } from './faults.ts';
import { productsOf, propertiesOf } from './properties.ts';

/** The descriptor in the importer's words. Throws OvfError. */
export function envelopeOf(text: string, { msgBundle }: Partial<OvfManagerCommonParams>): OvfEnvelope {
  return readOvf(text, new Map((msgBundle ?? []).map(({ key, value }) => [key, value])));
}

/** The deployment option asked for; the descriptor's own default when none is. */
export function optionOf(envelope: OvfEnvelope, { deploymentOption }: Partial<OvfManagerCommonParams>): string {
  return deploymentOption || envelope.defaultOption;
}

/** An entity and all below it. */
export function* entitiesOf(entity: OvfEntity): Generator<OvfEntity> {
  yield entity;
  if (entity.kind === 'collection') for (const one of entity.children) yield* entitiesOf(one);
}

const EMPTY = { annotation: '', defaultEntityName: '', virtualApp: false, defaultDeploymentOption: '' };

export function parsedDescriptor(text: string, params: OvfManagerCommonParams): OvfParseDescriptorResult {
  const { value: envelope, error } = readOr(() => envelopeOf(text, params));
  if (!envelope)
    return { _typeName: 'OvfParseDescriptorResult', ...EMPTY, error: [error!] } as OvfParseDescriptorResult;
  const { root } = envelope;
  const option = optionOf(envelope, params);
  const entities = [...entitiesOf(root)];
  const eulas = entities.flatMap((entity) => entity.eulas);
  const [product] = productsOf(root);
  return {
    _typeName: 'OvfParseDescriptorResult',
    eula: some(eulas),
    network: some(envelope.networks.map((network) => ({ _typeName: 'OvfNetworkInfo', ...network }))),
    ipAllocationScheme: undefined,
    ipProtocols: undefined,
    property: some(entities.flatMap((entity) => propertiesOf(entity, option, new Map()))),
    productInfo: product,
    annotation: root.annotation,
    ...sizesOf(envelope),
    defaultEntityName: nameOfEntity(root),
    virtualApp: root.kind === 'collection',
    deploymentOption: some(
      envelope.options.map(({ id, ...words }) => ({ _typeName: 'OvfDeploymentOption', key: id, ...words })),
    ),
    defaultDeploymentOption: envelope.defaultOption,
    entityName: some(
      entities.map((entity) => ({ _typeName: 'KeyValue', key: entity.id, value: nameOfEntity(entity) }) as KeyValue),
    ),
    error: undefined,
    warning: some(envelope.ignored.map((flaw) => faultOf(flaw))),
  } as unknown as OvfParseDescriptorResult;
}

/** How a machine or vApp is called unless the importer says otherwise. */
export function nameOfEntity({ name, products, id }: OvfEntity): string {
  return name || products.find(({ product }) => product !== '')?.product || id;
}

/** Bytes to fetch, and bytes the disks take whole or as far as they are filled. */
function sizesOf({ files, disks }: OvfEnvelope): object {
  const flat = disks.reduce((sum, { capacity }) => sum + capacity, 0);
  const sparse = disks.reduce((sum, { populated, capacity }) => sum + (populated ?? capacity), 0);
  return {
    approximateDownloadSize: files.reduce((sum, { size }) => sum + (size ?? 0), 0),
    approximateFlatDeploymentSize: flat,
    approximateSparseDeploymentSize: sparse,
  };
}

/** What a descriptor needs of a host, and whether it can be read at all. */
export function validatedHost(text: string, params: OvfManagerCommonParams): OvfValidateHostResult {
  const { value: envelope, error } = readOr(() => envelopeOf(text, params));
  if (!envelope) return { _typeName: 'OvfValidateHostResult', error: [error!] } as OvfValidateHostResult;
  const sizes = sizesOf(envelope) as Record<string, number>;
  return {
    _typeName: 'OvfValidateHostResult',
    downloadSize: sizes['approximateDownloadSize'],
    flatDeploymentSize: sizes['approximateFlatDeploymentSize'],
    sparseDeploymentSize: sizes['approximateSparseDeploymentSize'],
    warning: some(envelope.ignored.map((flaw) => faultOf(flaw))),
    supportedDiskProvisioning: PROVISIONING,
  } as OvfValidateHostResult;
}

export const PROVISIONING: readonly string[] = [
  'thin',
  'thick',
  'eagerZeroedThick',
  'flat',
  'monolithicSparse',
  'sparse',
];

export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
