import { InformationPage } from "#app/components/frame/information-page.tsx";
import { pageMeta } from "#app/http/page-meta.ts";

export const meta = () =>
  pageMeta({ title: "Accessibility statement", description: "How easy this site is to use for everyone, how that is tested, and what to do if something does not work.", canonical: "/accessibility" });

export default function Accessibility() {
  return (
    <InformationPage title="Accessibility statement" lead="We want everyone to be able to use this site, on any device and with any aid." updated="22 November 2026">
      <h2>What you should be able to do</h2>
      <ul>
        <li>zoom in to 400% without the text running off the screen</li>
        <li>use every page with a keyboard only, or with speech</li>
        <li>listen to every page with a screen reader</li>
        <li>use every page with JavaScript turned off</li>
        <li>change colours, contrast and fonts in your browser</li>
        <li>print any page without the menus</li>
      </ul>
      <p><a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device easier to use.</p>
      <h2>How well it meets the standard</h2>
      <p>This site aims to meet the Web Content Accessibility Guidelines, version 2.2, level AA. We know of no part that does not.</p>
      <p>PDF files are tagged so that screen readers can follow their headings, lists and tables. The same text is always on a web page too.</p>
      <p>The words of each document are written by the partnership that publishes it. Some use long sentences or terms of the trade. The <a href="/glossary">glossary</a> explains the terms.</p>
      <h2>How we test it</h2>
      <p>Every kind of page is checked by software at two screen widths each time the site changes. The main tasks are also run in a real browser with JavaScript turned off. The pages have not yet been tested by a group of disabled people.</p>
      <h2>If something does not work for you</h2>
      <p>Tell the partnership whose page it is. Its first page on this site says who is accountable. Ask for what you need in another form, such as large print, easy read or audio.</p>
      <p>If you are not happy with the reply, contact the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>. The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.</p>
    </InformationPage>
  );
}
