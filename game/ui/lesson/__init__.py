"""The facilitator's part of the window: start, panel, class screen."""
