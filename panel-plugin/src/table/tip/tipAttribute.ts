/** The tooltip is known by this attribute, as it is elsewhere in the page. */
export const TIP_ATTRIBUTE = 'data-table-tip';
