import { expect } from 'chai';
import { crossOriginHeaders, preflight, refuseForeign, refusePages } from './origin-check';

describe('the origin check', () => {
  for (const host of [
    '127.0.0.1:5229',
    'localhost',
    'LOCALHOST:5229',
    '[::1]:5229',
    '192.168.1.7',
    'sandbox:5229',
    'app.localhost',
    'host.docker.internal:5229',
  ])
    // prettier-ignore
    it(`lets a program in that calls ${host}`, () => {
      expect(refuseForeign({ host })).to.equal(undefined);
    });

  for (const host of [undefined, '', 'rebound.example.com', 'localhost.example.com', '127.0.0.1.nip.io:5229', 'a b'])
    it(`refuses a call to ${String(host)}`, () => {
      expect(refuseForeign({ host })?.status).to.equal(403);
    });

  for (const origin of ['http://localhost:3000', 'https://app.localhost'])
    it(`lets a page of ${origin} call the API`, () => {
      expect(refuseForeign({ host: 'localhost', origin })).to.equal(undefined);
      expect(preflight({ origin }).headers).to.include({ 'Access-Control-Allow-Origin': origin });
    });

  for (const origin of [
    'https://example.com',
    'null',
    'file://',
    'http://localhost.example.com',
    'chrome-extension://x',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
    'http://192.168.1.7',
    'http://203.0.113.5',
    'http://2130706433',
    'http://0x7f.1',
    '',
  ])
    it(`refuses a page of ${origin}`, () => {
      expect(refuseForeign({ host: 'localhost', origin })?.status).to.equal(403);
    });

  it('lets in its own pages, by whatever address it is called', () => {
    for (const host of ['127.0.0.1:5229', '[::1]:5229', '192.168.1.7:5229'])
      expect(refuseForeign({ host, origin: `http://${host}` }), host).to.equal(undefined);
  });

  it('says nothing of origins to who has none', () => {
    expect(crossOriginHeaders({})).to.deep.equal({});
  });

  it('keeps pages, local ones too, from the sandbox’s own routes', () => {
    expect(refusePages({ host: 'localhost:5229', origin: 'http://localhost:3000' })?.status).to.equal(403);
    expect(refusePages({ host: 'localhost:5229', origin: 'http://localhost:5229' })).to.equal(undefined);
    expect(refusePages({ host: 'localhost:5229' })).to.equal(undefined);
  });
});
