/** Bytes <-> values: what goes over the wire between a vim25 client and a server, in both directions. */
export { type Memo, PropertyValue } from '../vim25/property-value.ts';
export { AnswerReader } from './answer-reader.ts';
export { type Arguments, decodeParams, decodeResult, decodeThis } from './decode.ts';
export { DecodeError, type DecodeErrorKind } from './decode-error.ts';
export { XmlElement } from './element.ts';
export { createEncoder, type Encoder } from './encode.ts';
export { type Message, readEnvelope } from './envelope.ts';
export { decodeFault, encodeFault, type FaultObject, type SoapFault, syntaxFault } from './fault.ts';
export { type ParseLimits, parseXml } from './parse.ts';
export { QuickReader } from './quick-reader.ts';
export { encodeRequest, type RequestOptions, soapActionFor } from './request.ts';
export { encodeFetch, encodeResponse, encodeResponseInSteps, FETCH } from './response.ts';
export { ChunkSink, type Drain, type Sink } from './sink.ts';
export { negotiate, parseSoapAction, type SoapAction } from './soap-action.ts';
export { XmlError } from './xml-error.ts';
