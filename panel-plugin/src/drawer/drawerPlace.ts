import { useState, useSyncExternalStore } from 'react';

/** The traces panels in the page, in the order they came, each with what tells it that the drawer may have moved. */
const places = new Map<DrawerPlace, () => void>();

/** The panel in which a row was clicked last, while it is in the page. */
let chosen: DrawerPlace | undefined;

/** One panel's claim to the page's only drawer. */
class DrawerPlace {
  /** Is in the page from here until the returned function is called. */
  readonly enter = (onChange: () => void): (() => void) => {
    places.set(this, onChange);
    announce();
    return () => {
      places.delete(this);
      chosen = chosen === this ? undefined : chosen;
      announce();
    };
  };

  readonly hasDrawer = (): boolean => (chosen ?? places.keys().next().value) === this;

  readonly takeDrawer = (): void => {
    chosen = places.has(this) ? this : chosen;
    announce();
  };
}

function announce(): void {
  for (const onChange of [...places.values()]) {
    onChange();
  }
}

/**
 * The open trace is the page's, so one of several traces panels shows it: the one that took the drawer last, else the
 * first. When that one leaves the page, another goes on.
 */
export function useDrawerPlace(): { hasDrawer: boolean; takeDrawer: () => void } {
  const [place] = useState(() => new DrawerPlace());
  const hasDrawer = useSyncExternalStore(place.enter, place.hasDrawer);
  return { hasDrawer, takeDrawer: place.takeDrawer };
}
