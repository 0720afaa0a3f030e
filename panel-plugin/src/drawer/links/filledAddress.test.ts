import { filledAddress } from './filledAddress';

const RUN = 'https://flows.example/w/${workflow}/runs/${run}';

describe('address of a workflow', () => {
  it('has the names in their places, however they are written', () => {
    expect(filledAddress(RUN, { workflow: 'Invoice intake', run: 'a/b?c=1#d' })).toBe(
      'https://flows.example/w/Invoice%20intake/runs/a%2Fb%3Fc%3D1%23d'
    );
    expect(filledAddress('https://x.example/?q=${workflow}', { workflow: "$&$'" })).toBe(
      "https://x.example/?q=%24%26%24'"
    );
  });

  it.each([
    ['there is none', undefined, 'w'],
    ['it is empty', '', 'w'],
    ['it is a script', 'javascript:alert("${workflow}")', 'w'],
    ['the name makes it a script', '${workflow}alert(1)', 'javascript:'],
    ['the name would be the host', 'https://${workflow}/', 'evil.example'],
    ['it is of this site', '/w/${workflow}', 'w'],
    ['the name leads to the folder above', 'https://flows.example/w/${workflow}/x', '..'],
    ['the name is missing', 'https://flows.example/w/${workflow}', ''],
    ['the name has half a character', 'https://flows.example/w/${workflow}', '\ud800'],
  ])('is no link when %s', (_, template, workflow) => {
    expect(filledAddress(template, { workflow })).toBeUndefined();
  });
});
