/** Of all text but key caps and codes: the system's own. */
export const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

/** Of key caps and codes; few names, since each that a system lacks is asked for. */
export const fontFamilyMonospace = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
