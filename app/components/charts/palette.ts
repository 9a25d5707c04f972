/** Colours of marks, in the order they are used; on white only, and never the only sign. */
export const seriesColours = ["#12436D", "#28A197"] as const;
export const ink = "#1c2326";
export const quiet = "#4f5b62";
/** Wide enough that text of this size stays readable on a phone, where the picture is as wide as the screen. */
export const chartWidth = 480;
export const textSize = 17;
export const font = "Helvetica Neue, arial, Liberation Sans, sans-serif";
