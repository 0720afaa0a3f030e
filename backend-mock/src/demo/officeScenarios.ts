import type { Scenario } from './scenario.js';

/** Employees, code, translation and sales. */
export const OFFICE_SCENARIOS: readonly Scenario[] = [
  {
    system: 'Answer from the company handbook. Say so when the handbook does not cover the question.',
    prompts: [
      'How many vacation days can I carry over to next year if I work in {city}?',
      'Who approves travel to {city} when the trip costs more than {amount} euros?',
      'What do I do when my {product} is stolen on a business trip?',
      'Can {name} from the {city} office expense a {product} for working from home?',
    ],
    sentences: [
      'Up to five vacation days can be carried over until the end of March.',
      'Trips above {amount} euros need the approval of the head of department and of finance.',
      'Report a stolen {product} to the security desk within one working day and change your passwords.',
      'The {city} office follows local law where it is more generous than the handbook.',
      'Equipment for working from home is covered up to {amount} euros every two years.',
      'The handbook does not cover this question; please ask people operations.',
      'The form is in the self-service portal under travel and expenses.',
    ],
    single: false,
    tool: ['search_handbook', '{"query":"travel approval {city}"}'],
  },
  {
    system: 'You are a senior engineer. Review the change and point out bugs, missing tests and security problems.',
    prompts: [
      'Review: the retry loop in the {component} client sleeps {amount} ms between attempts and never gives up.',
      'Our {component} leaks memory after {weekday} deployments. Heap grows by {amount} MB per hour. What should I look for?',
      'Write a unit test for the {component} that checks what happens when the connection drops halfway.',
      'Explain why this query on the {component} table is slow: it filters by a cast of the timestamp column.',
    ],
    sentences: [
      'The loop needs an upper bound and jitter, otherwise every client of the {component} retries at the same moment.',
      'Look for listeners that are added per request and never removed; a heap snapshot of the {component} will show them.',
      'Casting the column prevents the index from being used; compare the raw column with a converted constant instead.',
      'The error is swallowed here, so callers of the {component} believe that the write succeeded.',
      'A test should close the socket after {amount} bytes and expect a typed error, not a hang.',
      'User input is concatenated into the statement: this is an injection, use parameters.',
      'Apart from that the change reads well; naming is clear and the functions are short.',
    ],
    single: false,
    tool: ['run_tests', '{"target":"{component}"}'],
  },
  {
    system: 'You translate business texts. Keep names, numbers and line breaks.',
    prompts: [
      'Translate into German: "The {product} will be delivered to {city} on {weekday}."',
      'Translate into French: "Dear {name}, your order {order} over {amount} euros has been confirmed."',
      'Translate into Spanish: "We apologise for {problem} and will replace the {product}."',
      'Translate into English: "Die Lieferung an {company} in {city} verzögert sich."',
    ],
    sentences: [
      'Das Produkt {product} wird am vereinbarten Tag nach {city} geliefert.',
      'Bonjour {name}, votre commande {order} de {amount} euros est confirmée.',
      'Pedimos disculpas por el problema y reemplazaremos el producto {product}.',
      'The delivery to {company} in {city} is delayed.',
      'Mit freundlichen Grüßen aus {city}',
    ],
    single: true,
    tool: ['lookup_glossary', '{"term":"{product}"}'],
  },
  {
    system:
      'Turn questions about the warehouse into one SQL query for ClickHouse. Tables: orders, customers, shipments.',
    prompts: [
      'How many orders over {amount} euros went to {city} last month?',
      'Top ten customers by revenue for the {product}, excluding {company}.',
      'Average delivery time per weekday; does {weekday} stand out?',
      'Which shipments of order {order} were returned because of {problem}?',
    ],
    sentences: [
      "SELECT count() FROM orders WHERE total > {amount} AND city = '{city}' AND ordered >= toStartOfMonth(now() - INTERVAL 1 MONTH)",
      "SELECT customer, sum(total) AS revenue FROM orders WHERE product = '{product}' GROUP BY customer ORDER BY revenue DESC LIMIT 10",
      'SELECT toDayOfWeek(shipped) AS weekday, avg(delivered - shipped) AS days FROM shipments GROUP BY weekday ORDER BY weekday',
      "SELECT * FROM shipments WHERE order_id = '{order}' AND returned",
      'The filter on the date uses the primary key, so the query reads little.',
    ],
    single: true,
    tool: ['describe_table', '{"table":"orders"}'],
  },
  {
    system: 'Write product descriptions for a web shop: two or three sentences, no superlatives, no emojis.',
    prompts: [
      'Product: {product}. Audience: students in {city}. Price: {amount} euros.',
      'Describe the {product} made by {company} for people who travel a lot.',
      'Rewrite for search engines: "{product}, sturdy, light, available from {weekday}".',
      'Short teaser for the newsletter about the {product}, {amount} euros until {weekday}.',
    ],
    sentences: [
      'The {product} by {company} is light enough for every day and sturdy enough for a long journey.',
      'It fits into a small bag and runs a whole day without a charger.',
      'Students in {city} get it for {amount} euros until {weekday}.',
      'The housing is made of recycled aluminium and can be repaired with ordinary tools.',
      'Delivery takes two days, returns are free for a month.',
    ],
    single: false,
    tool: ['get_product', '{"name":"{product}"}'],
  },
  {
    system: 'You help sales staff to prepare meetings. Be factual and name what you do not know.',
    prompts: [
      'Prepare a briefing about {company} in {city} for a call on {weekday}. Contact: {name}.',
      'Write a follow-up e-mail to {name} of {company} after our demo of the {product}.',
      'Which objections will {company} raise against a price of {amount} thousand euros per year?',
      'Summarise the last three notes about {company}: {name} liked the {product} but complained about {problem}.',
    ],
    sentences: [
      '{company} is based in {city} and has grown to about {amount} employees.',
      '{name} decides together with the head of procurement.',
      'They evaluated the {product} last spring and asked about data residency.',
      'Expect questions about {problem}, which came up in the last two calls.',
      'A pilot of six weeks would lower the risk and fits their budget cycle.',
      'I have no information about their current supplier.',
      'Suggested next step: send the security questionnaire before {weekday}.',
    ],
    single: false,
    tool: ['search_crm', '{"account":"{company}"}'],
  },
];
