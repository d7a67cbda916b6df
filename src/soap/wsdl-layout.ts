import type { ApiSurface } from './api-surface.ts';

/** The files a genuine WSDL has in place of one. */
export type SchemaFile = 'core' | 'query' | 'vim';

const QUERY_OWNERS = new Set(['PropertyCollector', 'PropertyFilter']);
const QUERY_ROOTS = ['PropertyFilterSpec', 'RetrieveOptions', 'RetrieveResult', 'UpdateSet', 'WaitOptions'];
const CORE_ROOTS = ['DynamicArray', 'LocalizedMethodFault', 'RuntimeFault', 'KeyAnyValue', 'ManagedObjectNotFound'];
const CORE_FAULTS = ['InvalidRequest', 'InvalidType', 'InvalidArgument', 'InvalidProperty', 'InvalidCollectorVersion'];

/** Says in which file each type and each method's request is described, so that files only include the ones below. */
export class WsdlLayout {
  readonly #fileOf = new Map<string, SchemaFile>();

  constructor(api: ApiSurface) {
    this.#place(api, [...CORE_ROOTS, ...CORE_FAULTS], 'core');
    this.#place(api, QUERY_ROOTS, 'query');
  }

  fileOfType(name: string): SchemaFile {
    return this.#fileOf.get(name) ?? 'vim';
  }

  fileOfMethod(owner: string): SchemaFile {
    return QUERY_OWNERS.has(owner) ? 'query' : 'vim';
  }

  /** Puts types and all they are made of into a file, unless they stand in one below. */
  #place(api: ApiSurface, names: readonly string[], file: SchemaFile): void {
    for (const name of names) {
      if (this.#fileOf.has(name)) continue;
      const type = api.schema.data(name);
      if (!type && !api.schema.enum(name)) continue;
      this.#fileOf.set(name, file);
      const parts = type ? api.properties(type).filter((p) => p.kind === 'data' || p.kind === 'enum') : [];
      this.#place(api, [...parts.map((p) => p.type), ...(type?.base ? [type.base.name] : [])], file);
    }
    // A type travels with the ones derived from it only where these are needed to read it.
    if (file === 'query') this.#fileOf.set('TraversalSpec', file);
  }
}
