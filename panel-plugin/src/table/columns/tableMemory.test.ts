import { memoryKey, readMemory, writeMemory } from './tableMemory';

beforeEach(() => {
  localStorage.clear();
});

describe('what a viewer chose', () => {
  it('is kept for one panel of one dashboard', () => {
    const key = memoryKey('abc', '/d/abc/name', 4);
    writeMemory(key, { columns: 'status', density: 'tall' });
    expect(readMemory(key)).toEqual({ columns: 'status', density: 'tall' });
    expect(readMemory(memoryKey('abc', '/d/abc/name', 5))).toEqual({});
    expect(readMemory(memoryKey('other', '/d/other', 4))).toEqual({});
  });

  it('is found by the address where Grafana does not name the dashboard, whatever the dashboard is called', () => {
    expect(memoryKey(undefined, '/grafana/d/abc/new-name', 4)).toBe(memoryKey('abc', '', 4));
    expect(memoryKey(undefined, '/d-solo/abc', 4)).toBe(memoryKey('abc', '', 4));
  });

  it('is kept under a name of this plugin, and gone when nothing is chosen any more', () => {
    const key = memoryKey('abc', '', 4);
    writeMemory(key, { density: 'tall' });
    expect(Object.keys(localStorage).every((name) => name.startsWith('modeltrace-traces-panel'))).toBe(true);
    writeMemory(key, { density: undefined });
    expect(localStorage).toHaveLength(0);
  });

  it.each(['{', 'null', '[]', '{"density":"huge","time":7,"columns":{}}'])(
    'is nothing when it cannot be read: %s',
    (text) => {
      localStorage.setItem('key', text);
      expect(readMemory('key')).toEqual({});
    }
  );

  it('does not break the panel where the browser keeps nothing', () => {
    const refuse = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('denied');
    });
    expect(() => {
      writeMemory('key', { density: 'tall' });
    }).not.toThrow();
    refuse.mockRestore();
  });
});
