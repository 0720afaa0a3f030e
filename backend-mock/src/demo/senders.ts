/** Who sends requests: source types with their sources, and the people behind them. */
export const SOURCE_TYPES = ['Workflow', 'Prompts', 'API Key'] as const;
export const SOURCE_TYPE_WEIGHTS = [46, 24, 30];

export const SOURCES: readonly (readonly string[])[] = [
  ['Customer support', 'Invoice intake', 'Contract review', 'Lead enrichment', 'Knowledge search', 'Nightly catalogue'],
  ['Summarise ticket', 'Draft reply', 'Explain clause', 'Review change', 'Translate mail'],
  ['backend-production', 'mobile-app', 'partner-portal', 'analytics-batch'],
];

export const USERS = [
  'maya.ortiz@example.com',
  'jonas.weber@example.com',
  'aisha.khan@example.com',
  'liam.murphy@example.com',
  'chloe.martin@example.com',
  'kenji.tanaka@example.com',
  'sofia.rossi@example.com',
  'noah.jensen@example.com',
  'zofia.nowak@example.com',
  'mateo.garcia@example.com',
  'ingrid.larsen@example.com',
  'omar.haddad@example.com',
  'emily.clarke@example.com',
  'priya.patel@example.com',
  'tomas.novak@example.com',
  'lucas.almeida@example.com',
  'hanna.virtanen@example.com',
  'daniel.cohen@example.com',
];

export const TEAMS = ['support', 'finance', 'legal', 'sales', 'platform', 'marketing'];
export const WORKFLOW_NODES = ['classify', 'extract', 'draft', 'check', 'summarise'];
