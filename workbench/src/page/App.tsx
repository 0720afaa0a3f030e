import { config, LocationServiceProvider, locationService } from '@grafana/runtime';
import { ErrorBoundaryAlert, GlobalStyles, PortalContainer } from '@grafana/ui';
import { Router } from 'react-router-dom';
import { css } from '@emotion/css';
import { ThemeContext } from '@grafana/data';
import { ExplorePage } from '../explore/ExplorePage';
import { SettingsPage } from '../settings/SettingsPage';
import { Banner } from './Banner';
import { DashboardPage } from './DashboardPage';
import { Navigation } from './Navigation';
import { useDashboardList } from './dashboardList';
import { pageHistory, useLocation } from './useLocation';

const layout = css({
  minHeight: '100vh',
  display: 'flex',
  flexDirection: 'column',
  background: config.theme2.colors.background.canvas,
});

const main = css({ flexGrow: 1, display: 'flex', flexDirection: 'column', padding: config.theme2.spacing(1, 2, 2) });

/** The page at `/`, `/d/<uid>`, `/explore` and `/settings`. */
export function App() {
  const location = useLocation();
  const { dashboards, error } = useDashboardList();
  const own = { '/explore': 'Explore', '/settings': 'Data source settings' }[location.pathname];
  const uid = own ? undefined : (/^\/d\/([^/]+)/.exec(location.pathname)?.[1] ?? dashboards[0]?.uid);
  const title = own ?? dashboards.find((dashboard) => dashboard.uid === uid)?.title;
  return (
    <ThemeContext.Provider value={config.theme2}>
      <LocationServiceProvider service={locationService}>
        <Router navigator={pageHistory} location={location}>
          <GlobalStyles />
          <div className={layout}>
            <Banner />
            <Navigation dashboards={dashboards} title={title} error={error} />
            <main className={main}>
              <ErrorBoundaryAlert key={location.pathname}>
                {location.pathname === '/explore' && <ExplorePage />}
                {location.pathname === '/settings' && <SettingsPage />}
                {uid && <DashboardPage key={uid} uid={uid} />}
              </ErrorBoundaryAlert>
            </main>
          </div>
          <PortalContainer />
        </Router>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}
