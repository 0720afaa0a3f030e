import { css } from '@emotion/css';
import { config } from '@grafana/runtime';
import { Alert, Button, TextLink } from '@grafana/ui';
import type { DashboardHit } from './dashboardList';

const { spacing, colors, isDark } = config.theme2;
const bar = css({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: spacing(1, 3),
  padding: spacing(1, 2),
  borderBottom: `1px solid ${colors.border.weak}`,
  background: colors.background.primary,
  h1: { margin: 0, fontSize: config.theme2.typography.h4.fontSize },
});
const links = css({ display: 'flex', flexWrap: 'wrap', gap: spacing(0, 2), marginLeft: 'auto' });

interface NavigationProps {
  dashboards: DashboardHit[];
  title?: string | undefined;
  error?: string | undefined;
}

/** The title of what is shown, the way to the rest, and the theme. */
export function Navigation({ dashboards, title, error }: NavigationProps) {
  return (
    <>
      <header className={bar}>
        <h1>{title ?? 'Modeltrace workbench'}</h1>
        <nav className={links} aria-label="Pages">
          {dashboards.map((dashboard) => (
            <TextLink key={dashboard.uid} href={`/d/${dashboard.uid}`} inline={false}>
              {dashboard.title}
            </TextLink>
          ))}
          <TextLink href="/explore" inline={false}>
            Explore
          </TextLink>
          <TextLink href="/settings" inline={false}>
            Settings
          </TextLink>
        </nav>
        <Button variant="secondary" size="sm" onClick={switchTheme}>
          {isDark ? 'Light theme' : 'Dark theme'}
        </Button>
      </header>
      {error && <Alert title={error} severity="error" />}
    </>
  );
}

/** Grafana's packages read the theme while they load, so the page is loaded again. */
function switchTheme(): void {
  const url = new URL(window.location.href);
  url.searchParams.set('theme', isDark ? 'light' : 'dark');
  window.location.assign(url);
}
