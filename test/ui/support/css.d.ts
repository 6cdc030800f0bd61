// Style sheets that the screens import for their effect, when tests import the screens.
declare module '*.css';
