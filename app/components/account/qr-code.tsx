export interface QrCodeProps {
  /** In modules, with the quiet border. */
  size: number;
  path: string;
  /** What it is for those who do not see it, and what to do instead. */
  label: string;
}

/** A QR code drawn on the server. Black on white whatever the page's colours are, since cameras need it so. */
export function QrCode({ size, path, label }: QrCodeProps) {
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${String(size)} ${String(size)}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
