import { renderHook, waitFor } from '@testing-library/react';
import { useNeighbors } from './useNeighbors';

describe('ways to the next and the previous trace', () => {
  it('are those of the loaded rows, without asking anybody', () => {
    const neighborsOf = jest.fn();
    const { result } = renderHook(() =>
      useNeighbors({ requestId: 'b', loaded: { previous: 'a', next: 'c' }, neighborsOf })
    );
    expect(result.current).toEqual({ previous: 'a', next: 'c' });
    expect(neighborsOf).not.toHaveBeenCalled();
  });

  it('go on behind the last loaded row', async () => {
    const neighborsOf = jest.fn(() => Promise.resolve({ previous: 'not this', next: 'c' }));
    const { result } = renderHook(() =>
      useNeighbors({ requestId: 'b', loaded: { previous: 'a', next: undefined }, neighborsOf })
    );
    await waitFor(() => {
      expect(result.current).toEqual({ previous: 'a', next: 'c' });
    });
    expect(neighborsOf).toHaveBeenCalledWith('b');
  });

  it('never lead from one trace to the neighbours of another', async () => {
    const neighborsOf = (requestId: string) => Promise.resolve({ next: `after ${requestId}` });
    const loaded = { previous: undefined, next: undefined };
    const { result, rerender } = renderHook(({ requestId }) => useNeighbors({ requestId, loaded, neighborsOf }), {
      initialProps: { requestId: 'b' },
    });
    await waitFor(() => {
      expect(result.current.next).toBe('after b');
    });
    rerender({ requestId: 'z' });
    expect(result.current.next).toBeUndefined();
    await waitFor(() => {
      expect(result.current.next).toBe('after z');
    });
  });

  it('never lead from a trace to its neighbours in another list, and stay while the same list is refreshed', async () => {
    const answering = (next: string) => () => Promise.resolve({ next });
    const loaded = { previous: undefined, next: undefined };
    const { result, rerender } = renderHook((props) => useNeighbors({ requestId: 'b', loaded, ...props }), {
      initialProps: { list: 'one', neighborsOf: answering('c') },
    });
    await waitFor(() => {
      expect(result.current.next).toBe('c');
    });
    rerender({ list: 'one', neighborsOf: answering('c') });
    expect(result.current.next).toBe('c');
    rerender({ list: 'other', neighborsOf: answering('z') });
    expect(result.current.next).toBeUndefined();
    await waitFor(() => {
      expect(result.current.next).toBe('z');
    });
  });

  it('end where the server cannot be asked', async () => {
    const neighborsOf = jest.fn(() => Promise.reject(new Error('down')));
    const { result } = renderHook(() =>
      useNeighbors({ requestId: 'b', loaded: { previous: undefined, next: undefined }, neighborsOf })
    );
    await waitFor(() => {
      expect(neighborsOf).toHaveBeenCalled();
    });
    expect(result.current).toEqual({ previous: undefined, next: undefined });
  });
});
