/** Width of the labels that stand before the editor's fields, in Grafana's 8 px units, so that the fields line up. */
export const LABEL_WIDTH = 16;
