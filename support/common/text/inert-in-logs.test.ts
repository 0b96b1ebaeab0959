import { expect } from 'chai';
import { inertInLogs } from './inert-in-logs';
import { inertJson } from './plain-text';

describe('Text in a log', () => {
  const cases: [text: string, inert: string][] = [
    ['::add-mask::passed', ': :add-mask::passed'],
    ['x\n  ::error file=a::b\r\u00a0::stop-commands::z', 'x\n  : :error file=a::b\r\u00a0: :stop-commands::z'],
    ['a ##vso[task.setvariable]b ##[error]c', 'a # #vso[task.setvariable]b # #[error]c'],
    ["##teamcity[buildStatus text='ok'] ###[x] ##VSO[y]", "# #teamcity[buildStatus text='ok'] ## #[x] # #VSO[y]"],
    ['a::b ## Heading [link] ##vso', 'a::b ## Heading [link] ##vso'],
    [':::warning::', ': ::warning::'],
  ];
  for (const [text, inert] of cases)
    it(`is no command: ${JSON.stringify(text)}`, () => {
      expect(inertInLogs(text)).to.equal(inert);
      expect(inertInLogs(inert)).to.equal(inert);
    });

  it('is still JSON, and means the same', () => {
    const value = { reason: '##vso[a]\n::b::\n##[c]' };
    const json = inertJson(JSON.stringify(value, null, 2));
    expect(JSON.parse(json)).to.deep.equal(value);
    expect(inertInLogs(json)).to.equal(json);
  });
});
