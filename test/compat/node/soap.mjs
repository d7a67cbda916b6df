// A few SOAP calls written out by hand, for cases that need none of a client's comfort.

const NS =
  'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:vim25" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

export class Soap {
  #url;
  #cookie;

  constructor(url) {
    this.#url = url;
  }

  async login(user, password) {
    await this.call(
      'Login',
      ['SessionManager', 'SessionManager'],
      `<userName>${user}</userName><password>${password}</password>`,
    );
    return this;
  }

  /** The answer's body; throws what the fault says. */
  async call(method, [type, value], args = '') {
    const body = `<soapenv:Envelope ${NS}><soapenv:Body><${method}><_this type="${type}">${value}</_this>${args}</${method}></soapenv:Body></soapenv:Envelope>`;
    const headers = {
      'content-type': 'text/xml',
      SOAPAction: '"urn:vim25/8.0.2.0"',
      ...(this.#cookie && { cookie: this.#cookie }),
    };
    const answer = await fetch(this.#url, { method: 'POST', headers, body });
    const text = await answer.text();
    this.#cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie;
    if (answer.status !== 200) throw new SoapFault(/<faultstring>([\s\S]*?)<\/faultstring>/.exec(text)?.[1] ?? text);
    return text;
  }

  /** Calls a method that gives a reference; its id. */
  async ref(method, self, args) {
    return /<returnval type="\w+"[^>]*>([^<]+)<\/returnval>/.exec(await this.call(method, self, args))[1];
  }

  /** One property's content as XML; undefined where it is unset or the object is not there. */
  async read([type, value], path) {
    const spec = `<specSet><propSet><type>${type}</type><pathSet>${path}</pathSet></propSet><objectSet><obj type="${type}">${value}</obj></objectSet></specSet>`;
    const text = await this.call('RetrieveProperties', ['PropertyCollector', 'propertyCollector'], spec).catch(
      (error) => {
        if (error instanceof SoapFault) return '';
        throw error;
      },
    );
    return /<val [^>]*>([\s\S]*?)<\/val>/.exec(text)?.[1];
  }
}

export class SoapFault extends Error {}
