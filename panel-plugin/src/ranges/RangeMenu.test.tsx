import { dateTime, rangeUtil } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import React from 'react';
import { RangeMenu } from './RangeMenu';

/** An evening in Europe, the next day in Japan. */
const FROM_MS = Date.UTC(2024, 1, 12, 18);

const button = (from: string, to: string) => {
  const range = { ...rangeUtil.convertRawToRange({ from: dateTime(FROM_MS), to: 'now' }), raw: { from, to } };
  render(<RangeMenu range={range} timeZone="Asia/Tokyo" source={null} model="" />);
  return screen.getByRole('button');
};

test('a range that a link brings along, such as the last 7 days, is named although the menu does not have it', () => {
  expect(button('now-7d', 'now')).toHaveTextContent('Last 7 days');
  expect(screen.getByRole('button', { name: 'Time range: Last 7 days' })).toBeVisible();
});

test('a range of the menu has the name that it has there', () => {
  expect(button('now-30d', 'now')).toHaveTextContent('Last 30 days');
});

test('a range of fixed times does not fill the toolbar with its dates', () => {
  expect(button('2026-11-01 00:00:00', '2026-11-02 00:00:00')).toHaveTextContent(/^Time range$/);
});

test('all time is named by its first day in the dashboard’s time zone, not by how the address writes it', () => {
  expect(button('2024-02-12T18:00:00.000Z', 'now')).toHaveTextContent(/^Since 2024-02-13$/);
});
