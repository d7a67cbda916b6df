/** Namespaces and names of SAML 2.0, XML signatures, WS-Security and WS-Trust, as the specifications give them. */
const OASIS = 'http://docs.oasis-open.org';
const WSS = `${OASIS}/wss/2004/01/oasis-200401-wss`;

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const WSSE: string = `${WSS}-wssecurity-secext-1.0.xsd`;
export const WSU: string = `${WSS}-wssecurity-utility-1.0.xsd`;
export const TRUST: string = `${OASIS}/ws-sx/ws-trust/200512`;
export const TRUST_14: string = `${OASIS}/ws-sx/ws-trust/200802`;

/** How a token may be renewed, in a condition RSA gave a name to and vCenter kept. */
export const RSA = 'http://www.rsa.com/names/2009/12/std-ext/SAML2.0';
export const DELEGATION = 'urn:oasis:names:tc:SAML:2.0:conditions:delegation';

export const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
export const HOLDER_OF_KEY = 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key';
export const UPN = 'http://schemas.xmlsoap.org/claims/UPN';
export const GROUPS = 'http://rsa.com/schemas/attr-names/2009/01/GroupIdentity';

export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const ENVELOPED: string = `${DSIG}enveloped-signature`;
export const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
export const RSA_SHA512 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512';
export const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
export const SHA512 = 'http://www.w3.org/2001/04/xmlenc#sha512';
