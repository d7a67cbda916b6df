/** Capabilities as the API describes them: by category, by vendor, as schemas. */
import type {
  PbmCapabilityMetadata,
  PbmCapabilityMetadataPerCategory,
  PbmCapabilitySchema,
  PbmCapabilityVendorResourceTypeInfo,
  PbmExtendedElementDescription,
} from '../../../vim25/generated-pbm/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { type Capability, PROVIDERS, type Provider } from '../capabilities.ts';

function description(key: string, label: string, summary: string): PbmExtendedElementDescription {
  return { label, summary, key, messageCatalogKeyPrefix: key };
}

function metadata({ namespace }: Provider, c: Capability): PbmCapabilityMetadata {
  const key = `${namespace}.capability.${c.id}`;
  const summary = description(key, c.label, c.summary);
  const allowed = c.range
    ? { _typeName: 'PbmCapabilityRange', min: c.range[0], max: c.range[1] }
    : c.values && { _typeName: 'PbmCapabilityDiscreteSet', values: c.values };
  return {
    id: { namespace, id: c.id },
    summary,
    mandatory: false,
    allowMultipleConstraints: false,
    propertyMetadata: [
      {
        id: c.id,
        summary: description(`${key}.property.${c.id}`, c.label, c.summary),
        mandatory: true,
        type: { _typeName: 'PbmCapabilityTypeInfo', typeName: c.type },
        defaultValue: c.initial,
        allowedValue: allowed,
      },
    ],
  };
}

function perCategory(provider: Provider): PbmCapabilityMetadataPerCategory {
  const capabilityMetadata = provider.capabilities.map((c) => metadata(provider, c));
  return { subCategory: provider.category, capabilityMetadata };
}

function providersOf(vendor: string | undefined, path: string): readonly Provider[] {
  const found = vendor === undefined ? PROVIDERS : PROVIDERS.filter((p) => p.vendor === vendor);
  if (found.length === 0) throw invalidArgument(path);
  return found;
}

export function capabilityMetadata(vendor: string | undefined): PbmCapabilityMetadataPerCategory[] {
  return providersOf(vendor, 'vendorUuid').map(perCategory);
}

export function vendorInfo(): PbmCapabilityVendorResourceTypeInfo[] {
  return [
    {
      resourceType: 'STORAGE',
      vendorNamespaceInfo: PROVIDERS.map((p) => ({ vendorInfo: vendorOf(p), namespaceInfo: namespaceOf(p) })),
    },
  ];
}

/** `lines` are lines of service; without any it is all schemas. */
export function capabilitySchemas(
  vendor: string | undefined,
  lines: readonly string[] | undefined,
): PbmCapabilitySchema[] {
  return providersOf(vendor, 'vendorUuid')
    .filter(({ lineOfService = 'PERSISTENCE' }) => !lines?.length || lines.includes(lineOfService))
    .map((p) => ({
      vendorInfo: vendorOf(p),
      namespaceInfo: namespaceOf(p),
      ...(p.lineOfService && {
        lineOfService: {
          _typeName: 'PbmVaioDataServiceInfo',
          lineOfService: p.lineOfService,
          name: description(`${p.namespace}.line`, p.label, p.label),
        },
      }),
      capabilityMetadataPerCategory: [perCategory(p)],
    }));
}

function vendorOf(p: Provider): PbmCapabilitySchema['vendorInfo'] {
  return { vendorUuid: p.vendor, info: description(`${p.vendor}.vendor`, p.vendor, p.vendor) };
}

function namespaceOf(p: Provider): PbmCapabilitySchema['namespaceInfo'] {
  return {
    version: p.version,
    namespace: p.namespace,
    info: description(`${p.namespace}.namespace`, p.label, p.label),
  };
}
