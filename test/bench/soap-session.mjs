// One plain HTTPS client for both servers: raw requests, one keep-alive connection, nothing decoded that need not be.
import { Agent, request } from 'node:https';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>';
const TAIL = '</soapenv:Body></soapenv:Envelope>';

export function envelope(body) {
  return HEAD + body + TAIL;
}

export class SoapSession {
  #agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
  #url;
  #cookie = '';

  constructor(url) {
    this.#url = new URL(url);
  }

  static async open({ url, user, password }) {
    const session = new SoapSession(url);
    await session.text(
      `<Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>${user}</userName>` +
        `<password>${password}</password></Login>`,
    );
    return session;
  }

  /** As a request has it. */
  get cookie() {
    return this.#cookie;
  }

  /** Sends a body and reads the answer to its end: { status, bytes, head, text }; text only when it is asked for. */
  send(body, { gzip = false, keep = true } = {}) {
    const data = envelope(body);
    return new Promise((resolve, reject) => {
      const headers = {
        'Content-Type': 'text/xml; charset=utf-8',
        'Content-Length': Buffer.byteLength(data),
        SOAPAction: '"urn:vim25/7.0"',
        ...(this.#cookie && { Cookie: this.#cookie }),
        ...(gzip && { 'Accept-Encoding': 'gzip' }),
      };
      const sent = request(this.#url, { method: 'POST', agent: this.#agent, headers }, (answer) => {
        const cookie = answer.headers['set-cookie']?.[0];
        if (cookie) this.#cookie = cookie.split(';')[0];
        const chunks = [];
        let bytes = 0;
        answer.on('data', (chunk) => {
          bytes += chunk.length;
          if (keep || chunks.length === 0) chunks.push(chunk);
        });
        answer.on('end', () => {
          const text = gzip ? '' : Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve({ bytes, text, encoding: answer.headers['content-encoding'] ?? '' });
          else
            reject(
              new Error(/<faultstring>(.*?)</.exec(text)?.[1] || `HTTP ${answer.statusCode}: ${text.slice(0, 300)}`),
            );
        });
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(data);
    });
  }

  async text(body) {
    return (await this.send(body)).text;
  }

  /** The id in the `returnval` of a call that answers one object. */
  async reference(body) {
    return /<returnval[^>]*>([^<]+)</.exec(await this.text(body))[1];
  }

  async find(path) {
    return this.reference(
      '<FindByInventoryPath xmlns="urn:vim25"><_this type="SearchIndex">SearchIndex</_this>' +
        `<inventoryPath>${path}</inventoryPath></FindByInventoryPath>`,
    );
  }

  /** One property of one object, as text. */
  async property(type, id, path) {
    return /<val[^>]*>([^<]*)</.exec(await this.text(propertyRead(type, id, path)))?.[1];
  }

  /** Starts a task and asks for its state until it has ended, as both servers are asked the same way. */
  async task(body) {
    const id = await this.reference(body);
    for (;;) {
      const state = await this.property('Task', id, 'info.state');
      if (state === 'success') return id;
      if (state === 'error') throw new Error(await this.text(propertyRead('Task', id, 'info.error')));
    }
  }

  /** A container view of every VM. */
  async machines() {
    return this.reference(
      '<CreateContainerView xmlns="urn:vim25"><_this type="ViewManager">ViewManager</_this>' +
        '<container type="Folder">group-d1</container><type>VirtualMachine</type><recursive>true</recursive></CreateContainerView>',
    );
  }

  async rename(vm, name) {
    await this.task(
      `<Rename_Task xmlns="urn:vim25"><_this type="VirtualMachine">${vm}</_this><newName>${name}</newName></Rename_Task>`,
    );
  }

  async annotate(vm, annotation) {
    await this.task(
      `<ReconfigVM_Task xmlns="urn:vim25"><_this type="VirtualMachine">${vm}</_this><spec>` +
        `<annotation>${annotation}</annotation></spec></ReconfigVM_Task>`,
    );
  }

  close() {
    this.#agent.destroy();
  }
}

export function propertyRead(type, id, path) {
  return (
    '<RetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this><specSet><propSet>' +
    `<type>${type}</type><pathSet>${path}</pathSet></propSet><objectSet><obj type="${type}">${id}</obj></objectSet>` +
    '</specSet><options/></RetrievePropertiesEx>'
  );
}

/** The filter spec of every VM in a view; `paths` empty means all properties. */
export function viewSpec(view, paths) {
  const wanted = paths.length > 0 ? paths.map((path) => `<pathSet>${path}</pathSet>`).join('') : '<all>true</all>';
  return (
    `<propSet><type>VirtualMachine</type>${wanted}</propSet><objectSet><obj type="ContainerView">${view}</obj>` +
    '<skip>true</skip><selectSet xsi:type="TraversalSpec"><name>view</name><type>ContainerView</type><path>view</path>' +
    '<skip>false</skip></selectSet></objectSet>'
  );
}

export function listing(view, paths, maxObjects) {
  const options = maxObjects ? `<options><maxObjects>${maxObjects}</maxObjects></options>` : '<options/>';
  return (
    '<RetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this>' +
    `<specSet>${viewSpec(view, paths)}</specSet>${options}</RetrievePropertiesEx>`
  );
}
