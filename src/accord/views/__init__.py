"""Model -> what a reader sees: frozen view types shared by the terminal and the page, and the public JSON."""
