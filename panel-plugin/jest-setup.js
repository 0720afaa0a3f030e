// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';

// Grafana's Combobox measures the texts of its options, and jsdom has no canvas to measure on.
HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: text.length }) });
