package webshop;

import software.amazon.awscdk.App;

public final class WebShopApp {
    private WebShopApp() {
    }

    public static void main(final String[] args) {
        App app = new App();
        new EventSourcesStack(app, "EventSources");
        app.synth();
    }
}
