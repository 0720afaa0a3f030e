import type { Scenario } from './scenario.js';

/** Customers, invoices and contracts. */
export const SHOP_SCENARIOS: readonly Scenario[] = [
  {
    system: 'You triage support tickets of an online shop. Give category, urgency and the next step.',
    prompts: [
      {
        text: 'Ticket from {name}: "My {product} arrived with {problem}. Order {order}. I need a replacement before {weekday}."',
        answers: [0, 2, 5, 6],
      },
      {
        text: '{name} writes: "I was charged twice for order {order}, {amount} euros each. Please refund one of them."',
        answers: [1, 3, 6],
      },
      {
        text: 'Customer in {city} reports {problem} on the {product} bought two weeks ago and asks for her money back.',
        answers: [0, 2, 5, 4],
      },
      {
        text: 'Chat transcript: the customer {name} cannot sign in since {weekday} and gets "account locked". Third contact this week.',
        answers: [7, 4, 6],
      },
    ],
    sentences: [
      'Category: damaged goods. Urgency: high, because the customer named a deadline.',
      'Category: billing. Urgency: medium; a duplicate charge of {amount} euros is visible on order {order}.',
      'Next step: offer a prepaid return label and ship a new {product} from the {city} warehouse.',
      'Next step: forward to the payments team with the order number {order}.',
      '{name} has contacted support before, so the answer should acknowledge the earlier tickets.',
      'The warranty covers {problem}, no photo is needed for this product line.',
      'Escalate to a team lead if there is no answer until {weekday}.',
      'Category: account access. Urgency: high, because the customer asks for the third time.',
    ],
    tool: ['lookup_order', '{"order_id":"{order}"}'],
  },
  {
    system: 'You write friendly, short replies for the customer service of an electronics shop.',
    prompts: [
      { text: 'Write a reply to {name}, whose {product} shows {problem}.', answers: [0, 1, 4, 3, 6] },
      {
        text: 'Draft an apology to {name} in {city}: the parcel {order} is delayed until {weekday}.',
        answers: [0, 2, 3, 6],
      },
      {
        text: 'Answer politely that the {product} cannot be returned after the 30 day period. Customer: {name}.',
        answers: [0, 5, 6],
      },
      {
        text: 'Reply to {name}: yes, the {product} works with the older charger, and shipping to {city} costs {amount} euros.',
        answers: [0, 7, 8, 6],
      },
    ],
    sentences: [
      'Dear {name}, thank you for getting in touch with us.',
      'We are sorry to hear that your {product} shows {problem}.',
      'Your parcel {order} has left our warehouse and should reach {city} by {weekday}.',
      'As a small apology we have added a voucher of {amount} euros to your account.',
      'Please send the device back with the enclosed label; a replacement is already reserved for you.',
      'Unfortunately the return period has ended, but our repair service would be happy to help.',
      'Kind regards, your customer service team',
      'Yes, the {product} works with the older charger as well.',
      'Shipping to {city} costs {amount} euros and takes three days.',
    ],
    tool: ['get_shipping_status', '{"parcel":"{order}"}'],
  },
  {
    system:
      'Extract the fields supplier, invoice_number, date, total and currency as JSON. Use null where a field is missing.',
    prompts: [
      {
        text: 'INVOICE {order} · {company} · {city} · due {weekday} · 3 x {product} · TOTAL EUR {amount}.00 incl. VAT',
        answers: [0],
      },
      {
        text: '{company}\nRechnung Nr. {order}\n{city}\nGesamtbetrag: {amount},50 EUR\nZahlbar innerhalb von 14 Tagen',
        answers: [1],
      },
      {
        text: 'Credit note {order} from {company}, {city}. Returned: {product}. Amount credited: USD {amount}.99',
        answers: [3],
      },
      {
        text: 'Scanned receipt: {company} / {product} / cash / total {amount}.20 GBP / no number readable',
        answers: [2],
      },
    ],
    sentences: [
      '{"supplier":"{company}","invoice_number":"{order}","total":{amount}.00,"currency":"EUR"}',
      '{"supplier":"{company}","invoice_number":"{order}","date":null,"total":{amount}.50,"currency":"EUR"}',
      '{"supplier":"{company}","invoice_number":null,"date":null,"total":{amount}.20,"currency":"GBP"}',
      '{"supplier":"{company}","invoice_number":"{order}","total":-{amount}.99,"currency":"USD","type":"credit note"}',
    ],
    tool: ['find_supplier', '{"name":"{company}","city":"{city}"}'],
  },
  {
    system:
      'You summarise contracts for a legal team. Name obligations, deadlines and unusual clauses. Do not give advice.',
    prompts: [
      {
        text: 'Summarise the termination clause of the framework agreement with {company}, {city}, reference {order}.',
        answers: [0, 4, 3],
      },
      {
        text: 'Which obligations does {company} have under the data processing addendum signed on {weekday}?',
        answers: [1, 5],
      },
      {
        text: 'Compare the liability cap of {amount} thousand euros with the previous contract {order} of {company}.',
        answers: [2, 7, 6],
      },
      { text: 'List every deadline in the lease of the office in {city}, landlord {company}.', answers: [8, 4, 3] },
    ],
    sentences: [
      'Either party may terminate with three months notice to the end of a quarter.',
      '{company} must report a personal data breach within 48 hours and keep records of processing.',
      'Liability is capped at {amount} thousand euros per year, except for gross negligence and wilful misconduct.',
      'An unusual clause moves the place of jurisdiction to {city}, although both parties are registered elsewhere.',
      'The agreement renews itself for twelve months unless notice is given by {weekday} of the last week.',
      'Sub-processors need prior written consent; silence does not count as consent.',
      'The penalty for late delivery is 0.5 percent per week and at most 5 percent of the order value.',
      'The previous contract {order} had no cap at all.',
      'The rent is due on the third working day of a month; notice is six months.',
    ],
    tool: ['fetch_clause', '{"contract":"{order}","clause":"termination"}'],
  },
];
