package savedquery

// MacroInterval stands for the panel's interval. In a dashboard the browser puts it in; an alert rule, which has no
// browser, gets the interval of the rule's query.
const MacroInterval = "$__interval"
