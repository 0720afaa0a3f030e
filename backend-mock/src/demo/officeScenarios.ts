import type { Scenario } from './scenario.js';

/** Employees, code, translation and sales. */
export const OFFICE_SCENARIOS: readonly Scenario[] = [
  {
    system: 'Answer from the company handbook. Say so when the handbook does not cover the question.',
    prompts: [
      { text: 'How many vacation days can I carry over to next year if I work in {city}?', answers: [0, 3, 5] },
      { text: 'Who approves travel to {city} when the trip costs more than {amount} euros?', answers: [1, 5] },
      { text: 'What do I do when my {product} is stolen on a business trip?', answers: [2, 5] },
      { text: 'Can {name} from the {city} office expense the {product} for working from home?', answers: [4, 5, 3] },
    ],
    sentences: [
      'Up to five vacation days can be carried over until the end of March.',
      'Trips above {amount} euros need the approval of the head of department and of finance.',
      'Report a stolen {product} to the security desk within one working day and change your passwords.',
      'The {city} office follows local law where it is more generous than the handbook.',
      'Equipment for working from home is covered up to {amount} euros every two years.',
      'The form is in the self-service portal under travel and expenses.',
    ],
    tool: ['search_handbook', '{"query":"travel approval {city}"}'],
  },
  {
    system: 'You are a senior engineer. Review the change and point out bugs, missing tests and security problems.',
    prompts: [
      {
        text: 'Review: the retry loop in the {component} client sleeps {amount} ms between attempts and never gives up.',
        answers: [0, 3, 6],
      },
      {
        text: 'Our {component} leaks memory after {weekday} deployments. Heap grows by {amount} MB per hour. What should I look for?',
        answers: [1, 3],
      },
      {
        text: 'Write a unit test for the {component} that checks what happens when the connection drops halfway.',
        answers: [4, 3],
      },
      {
        text: 'Explain why this query on the {component} table is slow: it filters by a cast of the timestamp column.',
        answers: [2, 5],
      },
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
    tool: ['run_tests', '{"target":"{component}"}'],
  },
  {
    system: 'You translate business texts. Keep names, numbers and line breaks.',
    prompts: [
      { text: 'Translate into German: "The {product} will be delivered to {city} on {weekday}."', answers: [0] },
      {
        text: 'Translate into French: "Dear {name}, your order {order} over {amount} euros has been confirmed."',
        answers: [1],
      },
      { text: 'Translate into Spanish: "We apologise for {problem} and will replace the {product}."', answers: [2] },
      { text: 'Translate into English: "Die Lieferung an {company} in {city} verzögert sich."', answers: [3] },
    ],
    sentences: [
      'Das Produkt {product} wird am vereinbarten Tag nach {city} geliefert.',
      'Bonjour {name}, votre commande {order} de {amount} euros est confirmée.',
      'Pedimos disculpas por el problema y reemplazaremos el producto {product}.',
      'The delivery to {company} in {city} is delayed.',
    ],
    tool: ['lookup_glossary', '{"term":"{product}"}'],
  },
  {
    system:
      'Turn questions about the warehouse into one SQL query for ClickHouse. Tables: orders, customers, shipments.',
    prompts: [
      { text: 'How many orders over {amount} euros went to {city} last month?', answers: [0] },
      { text: 'Top ten customers by revenue for the {product}, excluding {company}.', answers: [1] },
      { text: 'Average delivery time per weekday; does {weekday} stand out?', answers: [2] },
      { text: 'Which shipments of order {order} were returned because of {problem}?', answers: [3] },
    ],
    sentences: [
      "SELECT count() FROM orders WHERE total > {amount} AND city = '{city}' AND ordered >= toStartOfMonth(now() - INTERVAL 1 MONTH)",
      "SELECT customer, sum(total) AS revenue FROM orders WHERE product = '{product}' GROUP BY customer ORDER BY revenue DESC LIMIT 10",
      'SELECT toDayOfWeek(shipped) AS weekday, avg(delivered - shipped) AS days FROM shipments GROUP BY weekday ORDER BY weekday',
      "SELECT * FROM shipments WHERE order_id = '{order}' AND returned",
    ],
    tool: ['describe_table', '{"table":"orders"}'],
  },
  {
    system: 'Write product descriptions for a web shop: two or three sentences, no superlatives, no emojis.',
    prompts: [
      { text: 'Product: {product}. Audience: students in {city}. Price: {amount} euros.', answers: [1, 2, 4] },
      { text: 'Describe the {product} made by {company} for people who travel a lot.', answers: [0, 1, 3] },
      { text: 'Rewrite for search engines: "{product}, sturdy, light, available from {weekday}".', answers: [0, 3, 4] },
      {
        text: 'Short teaser for the newsletter about the {product}, {amount} euros until {weekday}.',
        answers: [1, 2, 4],
      },
    ],
    sentences: [
      'The {product} by {company} is light enough for every day and sturdy enough for a long journey.',
      'It fits into a small bag and runs a whole day without a charger.',
      'Students in {city} get it for {amount} euros until {weekday}.',
      'The housing is made of recycled aluminium and can be repaired with ordinary tools.',
      'Delivery takes two days, returns are free for a month.',
    ],
    tool: ['get_product', '{"name":"{product}"}'],
  },
  {
    system: 'You help sales staff to prepare meetings. Be factual and name what you do not know.',
    prompts: [
      {
        text: 'Prepare a briefing about {company} in {city} for a call on {weekday}. Contact: {name}.',
        answers: [0, 1, 2, 5],
      },
      { text: 'Write a follow-up e-mail to {name} of {company} after our demo of the {product}.', answers: [7, 4, 6] },
      {
        text: 'Which objections will {company} raise against a price of {amount} thousand euros per year?',
        answers: [3, 4, 2],
      },
      {
        text: 'Summarise the last three notes about {company}: {name} liked the {product} but complained about {problem}.',
        answers: [2, 3, 6],
      },
    ],
    sentences: [
      '{company} is based in {city} and has grown to about {amount} employees.',
      '{name} decides together with the head of procurement.',
      'They evaluated the {product} last spring and asked about data residency.',
      'Expect questions about {problem}, which came up in the last two calls.',
      'A pilot of six weeks would lower the risk and fits their budget cycle.',
      'I have no information about their current supplier.',
      'Suggested next step: send the security questionnaire before {weekday}.',
      'Dear {name}, thank you for your time; as promised, here are the next steps for the {product}.',
    ],
    tool: ['search_crm', '{"account":"{company}"}'],
  },
];
