import type { XMLBuilderCB } from 'xmlbuilder2/lib/interfaces.js';
import type { Method, Schema } from '../vim25/schema.ts';
import { ApiSurface } from './api-surface.ts';
import { type SchemaFile, WsdlLayout } from './wsdl-layout.ts';
import { writeBinding, writeMessages, writePortType } from './wsdl-operations.ts';
import { type Build, xmlDocument } from './xml-document.ts';
import {
  requestTypeName,
  writeArrayType,
  writeDataType,
  writeEnumType,
  writeProperty,
  writeReferenceType,
  writeRequestType,
} from './xsd.ts';

const WSDL = 'http://schemas.xmlsoap.org/wsdl/';
const WSDL_SOAP = 'http://schemas.xmlsoap.org/wsdl/soap/';
const XSD = 'http://www.w3.org/2001/XMLSchema';
const REFLECT = 'urn:reflect';
const SCALARS = 'string int long short byte boolean float double dateTime base64Binary anyURI anyType'.split(' ');

/** The documents that make up a server's WSDL, by the names clients fetch them under. */
export const WSDL_DOCUMENTS: readonly string[] = [
  'vimService.wsdl',
  'vim.wsdl',
  'core-types.xsd',
  'query-types.xsd',
  'query-messagetypes.xsd',
  'vim-types.xsd',
  'vim-messagetypes.xsd',
  'reflect-types.xsd',
  'reflect-messagetypes.xsd',
];

/** Writes the WSDL of one version of an API. Every document but `vimService.wsdl` is the same for all clients. */
export class WsdlWriter {
  readonly #api: ApiSurface;
  readonly #layout: WsdlLayout;

  constructor(schema: Schema, version: number) {
    this.#api = new ApiSurface(schema, version);
    this.#layout = new WsdlLayout(this.#api);
  }

  /** `vimService.wsdl`: where the service is. `address` is its URL by the name the client used. */
  service(address: string): Promise<string> {
    const { namespace } = this.#api.schema;
    const attributes = { xmlns: WSDL, 'xmlns:soap': WSDL_SOAP, 'xmlns:interface': namespace };
    return xmlDocument('definitions', { ...attributes, targetNamespace: `${namespace}Service` }, function* (out) {
      out.ele('import', { location: 'vim.wsdl', namespace }).up();
      out.ele('service', { name: 'VimService' }).ele('port', { binding: 'interface:VimBinding', name: 'VimPort' });
      out.ele('soap:address', { location: address }).up().up().up();
      yield;
    });
  }

  /** One of the other {@link WSDL_DOCUMENTS}; undefined for any other name. */
  async document(name: string): Promise<string | undefined> {
    switch (name) {
      case 'vim.wsdl':
        return this.#interface();
      case 'core-types.xsd':
        return this.#types('core', []);
      case 'query-types.xsd':
        return this.#types('query', ['core-types.xsd']);
      case 'vim-types.xsd':
        return this.#types('vim', ['core-types.xsd', 'query-types.xsd']);
      case 'query-messagetypes.xsd':
        return this.#requests('query', ['query-types.xsd']);
      case 'vim-messagetypes.xsd':
        return this.#requests('vim', ['vim-types.xsd']);
      case 'reflect-types.xsd':
      case 'reflect-messagetypes.xsd':
        // The genuine ones describe internal types that no client of the API meets.
        return xmlDocument(
          'schema',
          { xmlns: XSD, targetNamespace: REFLECT, elementFormDefault: 'qualified' },
          () => [],
        );
      default:
        return undefined;
    }
  }

  #interface(): Promise<string> {
    const api = this.#api;
    const { namespace } = api.schema;
    const attributes = { xmlns: WSDL, 'xmlns:soap': WSDL_SOAP, 'xmlns:vim25': namespace, 'xmlns:xsd': XSD };
    return xmlDocument('definitions', { ...attributes, targetNamespace: namespace }, function* (out) {
      out.ele('types');
      out.ele('schema', { xmlns: XSD, targetNamespace: namespace, elementFormDefault: 'qualified' });
      out.ele('import', { namespace: REFLECT, schemaLocation: 'reflect-messagetypes.xsd' }).up();
      for (const file of ['vim-messagetypes.xsd', 'query-messagetypes.xsd']) {
        out.ele('include', { schemaLocation: file }).up();
      }
      for (const method of api.methods) {
        writeElements(out, api, method);
        yield;
      }
      for (const { name } of api.faults) out.ele('element', { name: `${name}Fault`, type: `vim25:${name}` }).up();
      out.up().up();
      yield* writeMessages(out, api);
      yield* writePortType(out, api);
      yield* writeBinding(out, api);
    });
  }

  #types(file: SchemaFile, includes: readonly string[]): Promise<string> {
    const api = this.#api;
    const layout = this.#layout;
    return this.#schema(includes, function* (out) {
      if (file === 'core') {
        writeReferenceType(out);
        writeArrayType(out, 'ManagedObjectReference', 'vim25:ManagedObjectReference');
        for (const scalar of SCALARS) writeArrayType(out, scalar, `xsd:${scalar}`);
      }
      for (const type of api.dataTypes) {
        if (layout.fileOfType(type.name) !== file) continue;
        writeDataType(out, api, type);
        writeArrayType(out, type.name, `vim25:${type.name}`);
        yield;
      }
      for (const type of api.enumTypes) {
        if (layout.fileOfType(type.name) !== file) continue;
        writeEnumType(out, api, type);
        writeArrayType(out, type.name, `vim25:${type.name}`);
        yield;
      }
    });
  }

  #requests(file: SchemaFile, includes: readonly string[]): Promise<string> {
    const api = this.#api;
    const layout = this.#layout;
    return this.#schema(includes, function* (out) {
      for (const method of api.methods) {
        if (layout.fileOfMethod(method.owner) !== file) continue;
        writeRequestType(out, api, method);
        yield;
      }
    });
  }

  #schema(includes: readonly string[], build: Build): Promise<string> {
    const { namespace } = this.#api.schema;
    const attributes = { xmlns: XSD, 'xmlns:vim25': namespace, 'xmlns:xsd': XSD, targetNamespace: namespace };
    return xmlDocument('schema', { ...attributes, elementFormDefault: 'qualified' }, function* (out) {
      for (const schemaLocation of includes) out.ele('include', { schemaLocation }).up();
      yield* build(out);
    });
  }
}

/** The elements of a call and of its answer. */
function writeElements(out: XMLBuilderCB, api: ApiSurface, method: Method): void {
  out.ele('element', { name: method.name, type: `vim25:${requestTypeName(method.name)}` }).up();
  out.ele('element', { name: `${method.name}Response` }).ele('complexType');
  if (method.result) {
    out.ele('sequence');
    writeProperty(out, api, method.result, method.version);
    out.up();
  }
  out.up().up();
}
